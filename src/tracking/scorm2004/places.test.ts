import { describe, expect, it } from 'vitest';
import type { Interaction, Labels } from '#src/course/interaction.ts';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';
import { BEACON } from './room.ts';

const words = 'One of the longer options that an author could write for a question of the course';
const labels: Labels = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e'].map((id) => [id, { seen: id, text: `${id} ${words}` }]),
);
const choice = { type: 'choice', response: ['a', 'b', 'c'], correct: ['a', 'd', 'e'] } as const;

/** An answer whose every text is among the longer ones of the course. */
function long(id: string, part: Partial<Omit<Interaction, 'type'>> = {}): Interaction {
  const objective = 'small-package-enforcement.one-of-the-longer-objectives';
  const description = `${id} ${'asks a question that goes on '.repeat(9)}`;
  return answer({ id, objective, description, labels, latency: 3_725_250, ...part }, choice);
}

/** Fifteen lessons with three objectives each, all of them passed. */
const objectives = Array.from({ length: 15 }, (_, index) => {
  const id = `small-package-enforcement-${index}`;
  const name = 'Small packages: what enforcement can do, and what it can’t';
  const result = { score: 95, status: 'passed' } as const;
  const parts = ['tell-small-packages-apart', 'decide-what-to-hold', 'weigh-what-the-data-say'];
  return [{ id, name, ...result }, ...parts.map((part) => ({ id: `${id}.${part}`, ...result }))];
}).flat();

const lessonAnswers = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    long(`small-package-enforcement.one-of-the-longer-names-${index}`),
  );

const sitting = (attempt: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    long(`final.small-package-enforcement.one-of-the-names-${from + index}`, {
      attempt,
      isFinal: true,
    }),
  );

function stage(finalQuestions = 20, decidingQuestions = 0) {
  const opened = scormStage('scorm2004', { 'cmi.exit': 'suspend' });
  opened.environment.extent = {
    ...opened.environment.extent,
    finalQuestions,
    decidingQuestions,
  };
  const { lms } = opened;
  const entries = () => {
    const ids = [...lms.stored].filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element));
    return ids.map(([element, id]) => ({
      id,
      value: (name: string) => lms.stored.get(element.replace(/id$/, name)),
    }));
  };
  return {
    ...opened,
    entries,
    finals: () => entries().filter(({ id }) => id.startsWith('final.')),
  };
}

describe.each([
  [20, 0],
  [30, 15],
])('answers in SCORM 2004, %i and %i of them in the final assessment', (first, deciding) => {
  const count = first + deciding;

  it('are kept of the whole final assessment, after everything else was answered', async () => {
    const { entries, finals, open } = stage(first, deciding);
    const { tracker } = await open();
    tracker.save(report({ interactions: lessonAnswers(150) }));
    for (const each of sitting(1, count))
      tracker.save(report({ record: each.id.slice(-9), interactions: [each] }));
    expect(finals()).toHaveLength(count);
    expect(entries().length).toBeGreaterThanOrEqual(count + 6);
    for (const { value } of finals()) {
      for (const name of ['type', 'learner_response', 'result']) expect(value(name)).toBeTruthy();
    }
    for (const { value } of finals().slice(0, first)) {
      for (const name of ['correct_responses.0.pattern', 'objectives.0.id', 'latency']) {
        expect(value(name)).toBeTruthy();
      }
    }
  });

  it('fit with everything else into a beacon of 64 KiB', async () => {
    const { lms, open } = stage(first, deciding);
    const { tracker } = await open();
    const record = 'x'.repeat(3000);
    const interactions = [...lessonAnswers(150), ...sitting(1, count), ...sitting(2, count, count)];
    expect(tracker.save(finished({ record, interactions, objectives }))).toEqual({ saved: true });
    expect(beaconSize(lms.stored)).toBeLessThan(BEACON);
  });
});

describe('answers in the final assessment', () => {
  it('are told with text, key, objective and latency', async () => {
    const { finals, open } = stage();
    (await open()).tracker.save(report({ interactions: sitting(1, 20) }));
    for (const { id, value } of finals()) {
      expect(value('description')).toContain(id.slice(0, 30));
      expect(value('correct_responses.0.pattern')).toMatch(/^a_One_of/);
      expect(value('objectives.0.id')).toBe(
        'small-package-enforcement.one-of-the-longer-objectives',
      );
      expect(value('latency')).toBe('PT1H2M5.25S');
    }
  });

  it('of another sitting take the place of those before where the LMS lets ids change', async () => {
    const { lms, finals, open } = stage();
    const { tracker } = await open();
    tracker.save(report({ interactions: [...lessonAnswers(50), ...sitting(1, 20)] }));
    tracker.save(report({ record: 'again', interactions: sitting(2, 12, 20) }));
    lms.newPage();
    const later = (await open()).tracker;
    later.save(report({ record: 'later', interactions: sitting(2, 8, 32) }));
    const numbers = finals().map(({ id }) => Number(/-(\d+)\.a7$/.exec(id)?.[1]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 20));
  });
});

describe('the place of a question', () => {
  it('is the same for every answer, over all sessions, and only differences are written', async () => {
    const { lms, entries, open } = stage();
    (await open()).tracker.save(report({ interactions: [answer({ credit: 0 })] }));
    lms.newPage();
    const { tracker } = await open();
    const since = lms.log.length;
    tracker.save(report({ record: 'again', interactions: [answer({ attempt: 2 })] }));
    expect(entries()).toHaveLength(1);
    expect(lms.elementsSet(since).filter((element) => element.includes('interactions'))).toEqual([
      'cmi.interactions.0.result',
    ]);
  });

  it('stays after a failed commit, so that ids are unique', async () => {
    const { lms, entries, open } = stage();
    const { tracker } = await open();
    lms.faults.failingCommits = 2;
    const other = answer({ id: 'security.other' });
    tracker.save(report({ interactions: [answer()] }));
    tracker.save(report({ interactions: [answer(), other] }));
    expect(tracker.save(report({ interactions: [answer(), other] }))).toEqual({ saved: true });
    expect(lms.refusals).toEqual([]);
    expect(entries().map(({ id }) => id)).toEqual(['security.seal-check.a7', 'security.other.a7']);
  });
});

/** What Moodle sends when the page closes: multipart form data with one part for each value. */
function beaconSize(values: ReadonlyMap<string, string>): number {
  const boundary = `------WebKitFormBoundary${'x'.repeat(16)}`;
  const parts = [...values].map(
    ([element, value]) =>
      `${boundary}\r\nContent-Disposition: form-data; name="${element.replaceAll('.', '__')}"\r\n\r\n${value}\r\n`,
  );
  return new TextEncoder().encode(parts.join('')).length;
}
