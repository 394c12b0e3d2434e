import { describe, expect, it } from 'vitest';
import type { LogEntry } from '#src/simulator/contract.ts';
import { filterLog, toText } from './log-text.ts';

const entry = (more: Partial<LogEntry>): LogEntry => ({
  id: 1,
  kind: 'call',
  time: 1234,
  call: 'LMSCommit',
  args: [''],
  result: 'true',
  error: '0',
  errorText: '',
  ...more,
});

const LOG = [
  entry({ kind: 'event', call: 'launch', args: ['tiny.zip'], result: '' }),
  entry({}),
  entry({ call: 'LMSGetLastError', args: [], result: '405', error: '405' }),
  entry({
    call: 'LMSSetValue',
    args: ['cmi.core.exit', 'normal'],
    result: 'false',
    error: '405',
    errorText: 'Incorrect Data Type',
    finding: { severity: 'refused', text: 'not one of them' },
  }),
];

describe('the call log', () => {
  it('leaves out questions about errors, or all that went well', () => {
    expect(filterLog(LOG, 'all')).toHaveLength(4);
    expect(filterLog(LOG, 'calls').map((one) => one.call)).toEqual([
      'launch',
      'LMSCommit',
      'LMSSetValue',
    ]);
    expect(filterLog(LOG, 'errors').map((one) => one.call)).toEqual(['LMSSetValue']);
  });

  it('copies as one line an entry, nothing cut', () => {
    const long = entry({ call: 'LMSSetValue', args: ['cmi.suspend_data', 'x'.repeat(500)] });
    expect(toText([long])).toContain('x'.repeat(500));
    expect(toText(LOG).split('\n')).toEqual([
      '    1.23 s  launch: tiny.zip',
      '    1.23 s  LMSCommit("") → "true"',
      '    1.23 s  LMSGetLastError() → "405" · 405 ',
      '    1.23 s  LMSSetValue("cmi.core.exit", "normal") → "false" · 405 Incorrect Data Type  [refused: not one of them]',
    ]);
  });
});
