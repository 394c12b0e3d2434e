import { describe, expect, it } from 'vitest';
import { createDesk } from '#src/simulator/testing/desk.ts';
import { scorm12, scorm2004 } from './standard.ts';

describe('a SCORM 1.2 session', () => {
  it('takes no call before LMSInitialize and none after LMSFinish', () => {
    const { api } = createDesk(scorm12).launch();
    const codes = (): string[] =>
      [
        ['LMSSetValue', 'cmi.suspend_data', 'x'],
        ['LMSGetValue', 'cmi.suspend_data'],
        ['LMSCommit', ''],
        ['LMSFinish', ''],
      ].map(([name = '', ...args]) => {
        api[name]?.(...args);
        return api['LMSGetLastError']?.() ?? '';
      });
    expect(codes()).toEqual(['301', '301', '301', '301']);
    expect(api['LMSInitialize']?.('')).toBe('true');
    expect(api['LMSFinish']?.('')).toBe('true');
    expect(codes()).toEqual(['301', '301', '301', '301']);
  });

  it('answers a parameter that is not an empty string with 201', () => {
    const { launch, last } = createDesk(scorm12);
    const { api } = launch();
    expect(api['LMSInitialize']?.()).toBe('false');
    expect(last().error).toBe('201');
    api['LMSInitialize']?.('');
    expect(api['LMSCommit']?.('now')).toBe('false');
  });

  it('drops what was not saved when it is initialized twice, and says so', () => {
    const { launch, last } = createDesk(scorm12);
    const { api, session } = launch();
    api['LMSInitialize']?.('');
    api['LMSSetValue']?.('cmi.suspend_data', 'state');
    expect(api['LMSInitialize']?.('')).toBe('false');
    expect(last()).toMatchObject({ error: '101', finding: { severity: 'refused' } });
    expect(session.pending.size).toBe(0);
    expect(api['LMSGetValue']?.('cmi.suspend_data')).toBe('');
    expect(api['LMSSetValue']?.('cmi.suspend_data', 'again')).toBe('true');
  });

  it('gives back what was saved, and only that', () => {
    const { launch } = createDesk(scorm12);
    const first = launch();
    first.api['LMSInitialize']?.('');
    expect(first.api['LMSGetValue']?.('cmi.core.lesson_status')).toBe('not attempted');
    expect(first.api['LMSGetValue']?.('cmi.core.entry')).toBe('ab-initio');
    first.api['LMSSetValue']?.('cmi.core.lesson_status', 'incomplete');
    first.api['LMSSetValue']?.('cmi.core.exit', 'suspend');
    first.api['LMSSetValue']?.('cmi.interactions.0.id', 'q1');
    first.api['LMSSetValue']?.('cmi.interactions.0.type', 'choice');
    first.api['LMSSetValue']?.('cmi.interactions.0.student_response', 'a');
    first.api['LMSCommit']?.('');
    first.api['LMSSetValue']?.('cmi.suspend_data', 'lost with the tab');
    const second = launch();
    second.api['LMSInitialize']?.('');
    expect(second.api['LMSGetValue']?.('cmi.core.entry')).toBe('resume');
    expect(second.api['LMSGetValue']?.('cmi.core.lesson_status')).toBe('incomplete');
    expect(second.api['LMSGetValue']?.('cmi.interactions._count')).toBe('1');
    expect(second.api['LMSGetValue']?.('cmi.suspend_data')).toBe('');
    expect(second.api['LMSGetValue']?.('cmi.core.student_name')).toBe('Rivera, Alex');
  });

  it('refuses what a strict LMS refuses, with the code and the reason', () => {
    const { desk, launch, last } = createDesk(scorm12);
    const { api } = launch();
    api['LMSInitialize']?.('');
    expect(api['LMSSetValue']?.('cmi.core.exit', 'normal')).toBe('false');
    expect(last()).toMatchObject({ error: '405', finding: { severity: 'refused' } });
    expect(api['LMSGetLastError']?.()).toBe('405');
    expect(api['LMSGetDiagnostic']?.('405')).toBe(
      '“normal” is not one of: “”, time-out, suspend, logout',
    );
    expect(api['LMSSetValue']?.('cmi', 'x')).toBe('false');
    expect(api['LMSGetValue']?.('cmi.core.student_id')).toBe('learner-1');
    api['LMSCommit']?.('');
    expect(desk.record?.values).toEqual({});
  });

  it('can be initialized again after LMSFinish, which is noted', () => {
    const { launch, last } = createDesk(scorm12);
    const { api } = launch();
    api['LMSInitialize']?.('');
    api['LMSSetValue']?.('cmi.core.lesson_status', 'incomplete');
    api['LMSFinish']?.('');
    expect(api['LMSInitialize']?.('')).toBe('true');
    expect(last().finding?.severity).toBe('noted');
    expect(api['LMSGetValue']?.('cmi.core.lesson_status')).toBe('incomplete');
  });
});

describe('a SCORM 2004 session', () => {
  it('tells the states of a session apart by error code', () => {
    const { desk, launch } = createDesk(scorm2004);
    const { api } = launch();
    const calls = () => {
      const from = desk.log.length;
      api['SetValue']?.('cmi.location', 'x');
      api['GetValue']?.('cmi.location');
      api['Commit']?.('');
      api['Terminate']?.('');
      return desk.log.slice(from).map((entry) => entry.error);
    };
    expect(calls()).toEqual(['132', '122', '142', '112']);
    api['Initialize']?.('');
    expect(api['Terminate']?.('')).toBe('true');
    expect(calls()).toEqual(['133', '123', '143', '113']);
    api['Initialize']?.('');
    expect(desk.log.at(-1)?.error).toBe('104');
  });

  it('begins with the defaults of the standard', () => {
    const { launch, last } = createDesk(scorm2004);
    const { api } = launch({ masteryScore: 80 });
    api['Initialize']?.('');
    const value = (element: string) => [api['GetValue']?.(element), last().error];
    expect(value('cmi.completion_status')).toEqual(['unknown', '0']);
    expect(value('cmi.success_status')).toEqual(['unknown', '0']);
    expect(value('cmi.entry')).toEqual(['ab-initio', '0']);
    expect(value('cmi.mode')).toEqual(['normal', '0']);
    expect(value('cmi.scaled_passing_score')).toEqual(['0.8', '0']);
    expect(value('cmi.suspend_data')).toEqual(['', '403']);
    expect(value('cmi.interactions._count')).toEqual(['0', '0']);
  });

  it('forgets the learner’s data unless the last exit was suspend', () => {
    const { launch } = createDesk(scorm2004);
    const play = (exit: string) => {
      const { api } = launch();
      api['Initialize']?.('');
      const state = api['GetValue']?.('cmi.suspend_data');
      api['SetValue']?.('cmi.suspend_data', 'state');
      api['SetValue']?.('cmi.interactions.0.id', 'q1');
      api['SetValue']?.('cmi.interactions.0.type', 'choice');
      api['SetValue']?.('cmi.interactions.0.learner_response', 'a[,]b');
      api['SetValue']?.('cmi.exit', exit);
      api['Terminate']?.('');
      return state;
    };
    expect(play('suspend')).toBe('');
    expect(play('normal')).toBe('state');
    expect(play('')).toBe('');
    expect(play('suspend')).toBe('');
  });

  it('notes what some LMS handles badly', () => {
    const { launch, last } = createDesk(scorm2004);
    const { api } = launch();
    api['Initialize']?.('');
    api['SetValue']?.('cmi.completion_status', 'completed');
    api['SetValue']?.('cmi.completion_status', 'incomplete');
    expect(last().finding).toEqual({ severity: 'noted', text: 'lowers completed to incomplete' });
    api['SetValue']?.('cmi.suspend_data', 'a\nb');
    expect(last().finding?.text).toMatch('line break');
    api['SetValue']?.('cmi.score.raw', 5);
    expect(last().finding?.text).toBe('a number, not a string');
    const set = api['SetValue'];
    set?.('cmi.location', 'here');
    expect(last().finding?.text).toMatch('detached');
  });

  it('notes each write in review mode', () => {
    const { launch, last } = createDesk(scorm2004);
    const { api } = launch({ mode: 'review' });
    api['Initialize']?.('');
    api['SetValue']?.('cmi.location', 'here');
    expect(last().finding).toEqual({
      severity: 'noted',
      text: 'written in review mode: Moodle keeps it',
    });
  });
});
