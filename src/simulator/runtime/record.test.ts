import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '#src/simulator/options.ts';
import { finishValues, gradebookOf, type LearnerRecord, openRecord } from './record.ts';
import { loadRecord, memoryStore, removeRecord, saveRecord } from './record-store.ts';
import { scorm12, scorm2004 } from './standard.ts';

const record = (values: Record<string, string>): LearnerRecord => ({
  values,
  lastCommit: '2026-11-24T10:00:00.000Z',
  sessions: 1,
});
const open12 = (values?: Record<string, string>, options = {}) =>
  openRecord(scorm12, values && record(values), { ...DEFAULT_OPTIONS, ...options }, {});
const open2004 = (values?: Record<string, string>, options = {}) =>
  openRecord(scorm2004, values && record(values), { ...DEFAULT_OPTIONS, ...options }, {});

describe('a launch', () => {
  it('is ab-initio the first time', () => {
    expect(open12().given.get('cmi.core.entry')).toBe('ab-initio');
    expect(open2004().given.get('cmi.entry')).toBe('ab-initio');
  });

  it('resumes after exit suspend, without the last exit and session time', () => {
    const opening = open2004({
      'cmi.exit': 'suspend',
      'cmi.session_time': 'PT1S',
      'cmi.suspend_data': 'state',
      'adl.nav.request': 'suspendAll',
    });
    expect(opening.given.get('cmi.entry')).toBe('resume');
    expect([...opening.restored]).toEqual([['cmi.suspend_data', 'state']]);
  });

  it('of SCORM 2004 starts anew unless the last exit was suspend', () => {
    const opening = open2004({ 'cmi.suspend_data': 'state', 'cmi.exit': 'normal' });
    expect(opening.restored.size).toBe(0);
    expect(opening.given.get('cmi.entry')).toBe('ab-initio');
  });

  it('of SCORM 1.2 always gets its data back, but resumes only after suspend', () => {
    const opening = open12({ 'cmi.suspend_data': 'state' });
    expect(opening.restored.get('cmi.suspend_data')).toBe('state');
    expect(opening.given.get('cmi.core.entry')).toBe('');
    expect(open12({ 'cmi.core.exit': 'suspend' }).given.get('cmi.core.entry')).toBe('resume');
  });

  it('hands over the package’s pass mark unless the LMS has its own or none', () => {
    const given = (masteryScore: number | 'package' | 'none', standard = scorm12) =>
      openRecord(standard, undefined, { ...DEFAULT_OPTIONS, masteryScore }, { masteryScore: 80 })
        .given;
    expect(given('package').get('cmi.student_data.mastery_score')).toBe('80');
    expect(given(90).get('cmi.student_data.mastery_score')).toBe('90');
    expect(given('none').has('cmi.student_data.mastery_score')).toBe(false);
    expect(given(57, scorm2004).get('cmi.scaled_passing_score')).toBe('0.57');
  });

  it('is a review once the attempt is done, where the LMS is set so', () => {
    const done = { 'cmi.core.lesson_status': 'passed' };
    expect(open12(done).mode).toBe('normal');
    const opening = open12(done, { reviewWhenDone: true });
    expect(opening.given.get('cmi.core.lesson_mode')).toBe('review');
    expect(opening.given.get('cmi.core.credit')).toBe('no-credit');
    expect(open12({ 'cmi.core.lesson_status': 'incomplete' }, { reviewWhenDone: true }).mode).toBe(
      'normal',
    );
    expect(open2004({ 'cmi.completion_status': 'completed' }, { reviewWhenDone: true }).mode).toBe(
      'review',
    );
  });
});

describe('the end of a session', () => {
  const finish12 = (values: Record<string, string>, options = {}) => {
    const all = { ...DEFAULT_OPTIONS, ...options };
    const opening = openRecord(scorm12, undefined, all, { masteryScore: 80 });
    return finishValues(scorm12, new Map(Object.entries(values)), opening, all);
  };

  it('adds the session to the total time', () => {
    const values = finish12({
      'cmi.core.total_time': '0001:59:58.50',
      'cmi.core.session_time': '00:00:02.25',
    });
    expect(values.get('cmi.core.total_time')).toBe('0002:00:00.75');
    const spans = new Map([
      ['cmi.total_time', 'PT1H59M'],
      ['cmi.session_time', 'PT90.5S'],
    ]);
    const all = finishValues(scorm2004, spans, open2004(), DEFAULT_OPTIONS);
    expect(all.get('cmi.total_time')).toBe('PT2H0M30.5S');
  });

  it('turns a SCORM 1.2 status never set into completed', () => {
    expect(finish12({}).get('cmi.core.lesson_status')).toBe('completed');
    expect(finish12({ 'cmi.core.lesson_status': 'incomplete' }).get('cmi.core.lesson_status')).toBe(
      'incomplete',
    );
    expect(finish12({}, { mode: 'browse' }).get('cmi.core.lesson_status')).toBe('browsed');
  });

  it('judges score against pass mark, unless switched off or not for credit', () => {
    const status = (score: string, options = {}) =>
      finish12(
        { 'cmi.core.score.raw': score, 'cmi.core.lesson_status': 'incomplete' },
        options,
      ).get('cmi.core.lesson_status');
    expect(status('80')).toBe('passed');
    expect(status('79')).toBe('failed');
    expect(status('79', { masteryOverride: false })).toBe('incomplete');
    expect(status('79', { mode: 'review' })).toBe('incomplete');
    expect(status('')).toBe('incomplete');
  });

  it('leaves an attempt suspended when a look says nothing of its exit', () => {
    const record = {
      values: { 'cmi.exit': 'suspend' },
      lastCommit: '2026-01-05T12:00:00.000Z',
      sessions: 1,
    };
    const exitAfter = (options: { readonly mode: 'normal' | 'review' }) => {
      const opening = openRecord(scorm2004, record, { ...DEFAULT_OPTIONS, ...options }, {});
      return finishValues(scorm2004, opening.restored, opening, DEFAULT_OPTIONS).get('cmi.exit');
    };
    expect(exitAfter({ mode: 'review' })).toBe('suspend');
    expect(exitAfter({ mode: 'normal' })).toBeUndefined();
  });

  it('judges success of SCORM 2004 by the scaled score and leaves completion alone', () => {
    const opening = openRecord(scorm2004, undefined, DEFAULT_OPTIONS, { masteryScore: 80 });
    const values = finishValues(
      scorm2004,
      new Map([['cmi.score.scaled', '0.8']]),
      opening,
      DEFAULT_OPTIONS,
    );
    expect(values.get('cmi.success_status')).toBe('passed');
    expect(values.has('cmi.completion_status')).toBe(false);
  });
});

describe('the gradebook', () => {
  it('shows what the standard has and only what is saved', () => {
    const live = { uncommitted: true, session: 'running' } as const;
    const values = { 'cmi.core.score.raw': '90', 'cmi.core.total_time': '0001:05:07.50' };
    expect(gradebookOf('scorm12', record(values), live)).toMatchObject({
      status: 'not attempted',
      completion: '',
      score: '90',
      totalTime: '1:05:07',
      uncommitted: true,
    });
    expect(gradebookOf('scorm2004-3rd', undefined, live)).toMatchObject({
      status: '',
      completion: 'unknown',
      success: 'unknown',
      totalTime: '0:00:00',
      lastCommit: '',
    });
  });
});

describe('the store', () => {
  const key = { package: 'a.zip', learnerId: 'ann', attempt: 1 };

  it('keeps packages, learners and attempts apart', () => {
    const store = memoryStore();
    saveRecord(store, key, record({ 'cmi.location': 'here' }));
    expect(loadRecord(store, key)?.values).toEqual({ 'cmi.location': 'here' });
    expect(loadRecord(store, { ...key, learnerId: 'ben' })).toBeUndefined();
    expect(loadRecord(store, { ...key, attempt: 2 })).toBeUndefined();
    expect(loadRecord(store, { ...key, package: 'b.zip' })).toBeUndefined();
  });

  it('forgets a record, and takes an unreadable one for none', () => {
    const store = memoryStore();
    saveRecord(store, key, record({}));
    removeRecord(store, key);
    expect(loadRecord(store, key)).toBeUndefined();
    expect(loadRecord({ ...store, getItem: () => '{"values"' }, key)).toBeUndefined();
    expect(loadRecord({ ...store, getItem: () => '[1]' }, key)).toBeUndefined();
  });
});
