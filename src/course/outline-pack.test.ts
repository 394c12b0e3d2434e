import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { packOutline, unpackOutline } from './outline-pack.ts';
import { SEQUENCINGS, type LessonOutline } from './outline.ts';

const number = fc.integer({ min: 1, max: 2000 });

const lesson: fc.Arbitrary<LessonOutline> = fc.record({
  id: fc.string(),
  number,
  title: fc.string(),
  summary: fc.string(),
  minutes: fc.nat(),
  module: fc.nat(),
  parts: fc.nat(),
  // Authored order: questions may have been moved, added and removed.
  questions: fc.uniqueArray(number, { maxLength: 12 }),
  exam: fc.uniqueArray(number, { maxLength: 6 }),
  objectives: fc.array(
    fc.record({ id: fc.constantFrom('hold', 'report'), questions: fc.uniqueArray(number) }),
    { maxLength: 3 },
  ),
  labs: fc.array(fc.record({ id: fc.constantFrom('desk', 'seal-check'), number }), {
    maxLength: 2,
  }),
  optional: fc.boolean(),
  prerequisites: fc.uniqueArray(number, { maxLength: 3 }),
});

describe('the packed outline', () => {
  it('unpacks to what was packed, after a journey as JSON', () => {
    fc.assert(
      fc.property(
        fc.array(lesson, { maxLength: 8 }),
        fc.constantFrom(...SEQUENCINGS),
        fc.string(),
        (lessons, sequencing, title) => {
          const outline = courseOutline(lessons, { sequencing, title });
          const travelled = JSON.parse(JSON.stringify(packOutline(outline))) as ReturnType<
            typeof packOutline
          >;
          expect(unpackOutline(travelled)).toEqual(outline);
        },
      ),
    );
  });

  it('keeps the authored order of questions, runs or not', () => {
    for (const questions of [[], [7], [1, 2, 3], [3, 2, 1], [1, 2, 9, 4, 5], [2, 1, 2000]]) {
      const outline = courseOutline([lessonOutline(1, { questions })]);
      expect(unpackOutline(packOutline(outline)).lessons[0]?.questions).toEqual(questions);
    }
  });

  it('takes at most 120 characters for a plain lesson, far into a long course', () => {
    const plain = lessonOutline(500, {
      id: 'container-security',
      title: 'Container security',
      summary: 'What a seal proves, and what it does not',
      parts: 5,
      questions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    });
    const [row] = packOutline(courseOutline([plain])).lessons;
    expect(JSON.stringify(row).length).toBeLessThanOrEqual(120);
  });
});
