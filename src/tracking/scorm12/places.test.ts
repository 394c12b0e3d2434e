import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';
import type { ScormTracker } from '#src/tracking/scorm/scorm-tracker.ts';

/** An LMS with the memory of Moodle's SCORM 1.2: see `docs/lms/moodle.md`, "When it saves". */
function moodle() {
  const stage = scormStage('scorm12');
  stage.lms.faults.forgetsOnFailure = true;
  stage.lms.faults.countsEntries = true;
  return stage;
}

type Stage = ReturnType<typeof moodle>;

/** A learner who answers one question after the other. */
function learnerOf({ lms, open }: Stage) {
  let count = 0;
  let tracker: ScormTracker;
  const save = () =>
    tracker.save(report({ record: `r${count}`, interactions: [answer({ attempt: count })] }));
  return {
    given: () => count,
    async come() {
      lms.newPage();
      ({ tracker } = await open());
    },
    answer() {
      count += 1;
      return save();
    },
    retry: save,
    /** Gives an answer whose commit is called good and stores nothing, and hears of it. */
    answerInVain() {
      const before = new Map(lms.stored);
      this.answer();
      lms.stored = before;
      tracker.doubt();
      this.retry();
    },
    go: () => tracker.terminate(report({ record: `r${count}` })),
  };
}

/** Numbers of the answers that the LMS holds as a whole. */
function held({ lms: { stored } }: Stage): readonly number[] {
  const indices = [...stored.keys()].flatMap(
    (key) => /^cmi\.interactions\.(\d+)\.id$/.exec(key)?.[1] ?? [],
  );
  const whole = indices.filter((index) =>
    ['type', 'student_response', 'result', 'time', 'latency'].every((name) =>
      stored.has(`cmi.interactions.${index}.${name}`),
    ),
  );
  return whole
    .map((index) =>
      Number(/\.a7\.(\d+)\./.exec(stored.get(`cmi.interactions.${index}.id`) ?? '')?.[1]),
    )
    .toSorted((a, b) => a - b);
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('answers in an LMS that never sends again what went into a failed commit', () => {
  it('all arrive with the first commit that is good', async () => {
    const stage = moodle();
    const learner = learnerOf(stage);
    await learner.come();
    learner.answer();
    stage.lms.faults.failingCommits = 3;
    learner.answer();
    learner.answer();
    learner.retry();
    expect(held(stage)).toEqual([1]);
    expect(learner.retry()).toEqual({ saved: true });
    expect(held(stage)).toEqual([1, 2, 3]);
  });

  it('never replace each other, whenever sessions end and up to two outages or lies come', async () => {
    const step = fc.constantFrom('answer', 'outage', 'lie', 'leave', 'cut off');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        // Four runs of holes are remembered, and a disturbance may leave two.
        fc.pre(steps.filter((each) => each === 'outage' || each === 'lie').length <= 2);
        const stage = moodle();
        const learner = learnerOf(stage);
        await learner.come();
        for (const each of steps) {
          if (each === 'answer') learner.answer();
          if (each === 'outage') {
            stage.lms.faults.failingCommits = 2;
            learner.answer();
            learner.answer();
            learner.retry();
          }
          if (each === 'lie') {
            learner.answerInVain();
            learner.answer();
          }
          if (each === 'leave') learner.go();
          if (each === 'leave' || each === 'cut off') await learner.come();
        }
        // What a doubted commit holds back goes out with the next save, or at the end.
        learner.go();
        expect(held(stage)).toEqual(upTo(learner.given()));
        expect(stage.lms.refusals).toEqual([]);
      }),
    );
  });

  it('are told again where the last commit proves to have stored nothing', async () => {
    const stage = moodle();
    const learner = learnerOf(stage);
    await learner.come();
    learner.answerInVain();
    expect(held(stage)).toEqual([]);
    learner.answer();
    expect(held(stage)).toEqual([1, 2]);
  });

  it('fill the places first that an outage left empty', async () => {
    const stage = moodle();
    const learner = learnerOf(stage);
    await learner.come();
    learner.answer();
    stage.lms.faults.failingCommits = 1;
    learner.answer();
    learner.retry();
    learner.go();
    await learner.come();
    expect(stage.lms.stored.has('cmi.interactions.1.id')).toBe(false);
    learner.answer();
    expect(stage.lms.stored.get('cmi.interactions.1.id')).toMatch(/\.a7\.3\./);
    learner.answer();
    expect(held(stage)).toEqual([1, 2, 3, 4]);
  });

  it('are not written again and again while commits keep failing', async () => {
    const stage = moodle();
    const learner = learnerOf(stage);
    await learner.come();
    stage.lms.faults.failingCommits = 20;
    learner.answer();
    for (let round = 0; round < 19; round++) learner.retry();
    const ids = stage.lms.elementsSet().filter((element) => /interactions\.\d+\.id$/.test(element));
    expect(ids).toHaveLength(1);
  });

  it('are not lost where a session ends before anything is answered again', async () => {
    const stage = moodle();
    stage.lms.faults.failingCommits = 1;
    const { tracker } = await stage.open();
    stage.lms.faults.failingCommits = 1;
    const done = finished({ interactions: [answer({ attempt: 1 })] });
    tracker.save(done);
    tracker.terminate(done);
    expect(held(stage)).toEqual([1]);
    stage.lms.newPage();
    (await stage.open()).tracker.save(finished());
    expect(stage.lms.stored.get('cmi.core.lesson_status')).toBe('passed');
    expect(stage.lms.stored.get('cmi.core.score.raw')).toBe('90');
  });
});
