import { describe, expect, it } from 'vitest';
import { EXAM_OF_TWO, tinyCourse, WITH_EXAM } from '#src/checks/testing/tiny-course.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { sittings, toExam, type Candidate, type Exam } from './candidate.ts';
import { coverage, passRows } from './measures.ts';

const ASSESSMENT = 'passMark: 80\nassessment:\n  questions: 4\n  deciding: 0\n  moduleMark: 0\n';

async function exam(files: Parameters<typeof tinyCourse>[0] = {}): Promise<Exam> {
  const { loaded } = await loadCourse(
    tinyCourse({ 'course.yaml': ['passMark: 80\n', ASSESSMENT], ...files }),
  );
  if (!loaded) throw new Error('The course does not load.');
  return toExam(loaded.course);
}

const someone = (part: Partial<Candidate>): Candidate => ({
  knows: 0,
  keeps: 0,
  guesses: false,
  ...part,
});

describe('a simulated candidate', () => {
  it('passes at the first try who knows all, and never who knows nothing', async () => {
    expect(sittings(await exam(), someone({ knows: 1 }), 7, 6).map(({ passed }) => passed)).toEqual(
      [true],
    );
    expect(sittings(await exam(), someone({}), 7, 4).map(({ passed }) => passed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('passes by memory alone where the assessment asks what quizzes have shown', async () => {
    expect(sittings(await exam(), someone({ keeps: 1 }), 7, 1)[0]?.passed).toBe(true);
  });

  it('has seen no key of exam.yaml before the last of three attempts', async () => {
    const own = await exam(WITH_EXAM);
    const [first] = sittings(own, someone({ keeps: 1 }), 7, 1);
    const missed = first?.sitting.items.filter(({ credit }) => credit === 0);
    expect(missed?.map(({ lesson }) => lesson)).toEqual([1, 1]);
    const passed = sittings(own, someone({ keeps: 1 }), 7, 5).map((result) => result.passed);
    expect(passed).toEqual([false, false, false, true]);
  });

  it('does the same with the same seed', async () => {
    const half = someone({ knows: 0.5, guesses: true });
    expect(sittings(await exam(), half, 7, 3)).toEqual(sittings(await exam(), half, 7, 3));
  });
});

describe('the measures', () => {
  it('never let the chance to pass fall with more tries', async () => {
    for (const { passed } of passRows(await exam(), 10)) {
      expect(passed).toEqual(passed.toSorted((a, b) => a - b));
    }
  });

  it('tell what forms hold', async () => {
    const found = coverage(await exam({ ...WITH_EXAM, '01-boxes/exam.yaml': EXAM_OF_TWO }), 5);
    expect(found).toMatchObject({ bank: 4, objectives: 2, lessons: { least: 2, most: 2 } });
    expect(found.objectivesInOne).toMatchObject({ least: 2, most: 2 });
    expect(found.repeated.mean).toBe(1);
  });
});
