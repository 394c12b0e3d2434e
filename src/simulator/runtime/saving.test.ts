import { describe, expect, it } from 'vitest';
import type { LaunchOptions } from '#src/simulator/contract.ts';
import { createDesk } from '#src/simulator/testing/desk.ts';
import { createDecoy, type LoggedCall } from './facade.ts';
import { scorm12, scorm2004, type Standard } from './standard.ts';

describe('saving', () => {
  const begin = (standard: Standard, options: Partial<LaunchOptions>) => {
    const desk = createDesk(standard);
    const course = desk.launch(options);
    const { calls } = standard;
    course.call(calls.initialize, '');
    course.call(calls.set, 'cmi.suspend_data', 'state');
    return { ...desk, ...course, commit: () => course.call(calls.commit, '') };
  };

  it('that fails says so, and a later commit saves the values', () => {
    const { desk, session, commit, last } = begin(scorm12, { commit: 'fails' });
    expect(commit()).toBe('false');
    expect(last()).toMatchObject({ error: '101', finding: { severity: 'fault' } });
    expect(desk.record).toBeUndefined();
    session.configure({ commit: 'ok' });
    expect(commit()).toBe('true');
    expect(desk.record?.values).toEqual({ 'cmi.suspend_data': 'state' });
  });

  it('of SCORM 2004 that fails has code 391, and 111 in Terminate, which leaves the session open', () => {
    const { call, commit, last, session } = begin(scorm2004, { commit: 'fails' });
    commit();
    expect(last().error).toBe('391');
    expect(call('Terminate', '')).toBe('false');
    expect(last().error).toBe('111');
    session.configure({ commit: 'ok' });
    expect(call('Terminate', '')).toBe('true');
  });

  it('that forgets saves later only what is set again', () => {
    const { desk, session, commit, call } = begin(scorm12, { commit: 'forgets' });
    expect(commit()).toBe('false');
    session.configure({ commit: 'ok' });
    call('LMSSetValue', 'cmi.core.lesson_location', 'here');
    commit();
    expect(desk.record?.values).toEqual({ 'cmi.core.lesson_location': 'here' });
  });

  it('that lies answers true and saves nothing; SCORM 2004 sends all again', () => {
    const in12 = begin(scorm12, { commit: 'lies' });
    expect(in12.commit()).toBe('true');
    expect(in12.last().error).toBe('0');
    in12.session.configure({ commit: 'ok' });
    in12.commit();
    expect(in12.desk.record?.values).toEqual({});
    const in2004 = begin(scorm2004, { commit: 'lies' });
    in2004.commit();
    expect(in2004.desk.record).toBeUndefined();
    in2004.session.configure({ commit: 'ok' });
    in2004.commit();
    expect(in2004.desk.record?.values).toEqual({ 'cmi.suspend_data': 'state' });
  });

  it('blocks the page as long as the options say', () => {
    const { desk, commit } = begin(scorm12, { commitDelay: 800 });
    commit();
    expect(desk.blocked).toBe(800);
  });

  it('counts a session once', () => {
    const { desk, commit, launch } = begin(scorm12, {});
    commit();
    commit();
    expect(desk.record?.sessions).toBe(1);
    const second = launch();
    second.call('LMSInitialize', '');
    second.call('LMSCommit', '');
    expect(desk.record?.sessions).toBe(2);
  });
});

describe('a window that closes', () => {
  it('makes saving throw where the options say so', () => {
    const { launch, last } = createDesk(scorm12);
    const { facade, api } = launch();
    api['LMSInitialize']?.('');
    facade.become('closing', true);
    expect(() => api['LMSFinish']?.('')).toThrow('Synchronous XHR');
    expect(last()).toMatchObject({ result: 'threw', finding: { severity: 'fault' } });
    expect(api['LMSSetValue']?.('cmi.suspend_data', 'x')).toBe('true');
  });

  it('has no effect any more once it is dead', () => {
    const { desk, launch } = createDesk(scorm12);
    const { facade, api } = launch();
    api['LMSInitialize']?.('');
    api['LMSSetValue']?.('cmi.suspend_data', 'x');
    facade.become('dead');
    expect(api['LMSFinish']?.('')).toBe('false');
    expect(api['LMSGetValue']?.('cmi.suspend_data')).toBe('');
    expect(desk.record).toBeUndefined();
  });
});

describe('the API of the other standard', () => {
  it('answers, and each call to it is a finding', () => {
    const log: LoggedCall[] = [];
    const decoy = createDecoy(scorm2004, (call) => log.push(call));
    expect(decoy['Initialize']?.('')).toBe('true');
    expect(log[0]?.finding?.text).toBe('API_1484_11 belongs to the other standard');
  });
});
