import type { Lesson } from '#src/course/course.ts';
import type { Rule } from '#src/checks/rule.ts';

/** No lesson waits for itself. */
export const prerequisiteCycle: Rule = {
  id: 'lesson/prerequisite-cycle',
  *check({ course, lineOf }) {
    const lessons = new Map(course.lessons.map((lesson) => [lesson.id, lesson]));
    const told = new Set<string>();
    for (const lesson of course.lessons) {
      const cycle = cycleFrom(lesson, lessons, []);
      if (!cycle || cycle.some((id) => told.has(id))) continue;
      cycle.forEach((id) => told.add(id));
      const file = `${lesson.folder}/index.md`;
      yield {
        file,
        line: lineOf(file, ['prerequisites']),
        severity: 'error',
        rule: 'lesson/prerequisite-cycle',
        message: `These lessons wait for each other: ${cycle.join(' → ')}.`,
        hint: 'Remove one of the prerequisites.',
      };
    }
  },
  examples: {
    good: [
      {
        name: 'one lesson waits for the other',
        files: { '02-more-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [boxes]'] },
      },
    ],
    bad: [
      {
        name: 'two lessons wait for each other',
        files: {
          '01-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [more-boxes]'],
          '02-more-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [boxes]'],
        },
        says: [
          'lessons/01-boxes/index.md:8  error  lesson/prerequisite-cycle\n  These lessons wait for each other: boxes → more-boxes → boxes.\n  Remove one of the prerequisites.',
        ],
      },
      {
        name: 'a lesson waits for itself',
        files: { '01-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [boxes]'] },
        says: [
          'lessons/01-boxes/index.md:8  error  lesson/prerequisite-cycle\n  These lessons wait for each other: boxes → boxes.\n  Remove one of the prerequisites.',
        ],
      },
    ],
  },
};

/** The first way from `lesson` back to a lesson already on the way. */
function cycleFrom(
  lesson: Lesson,
  lessons: ReadonlyMap<string, Lesson>,
  way: readonly string[],
): string[] | undefined {
  const start = way.indexOf(lesson.id);
  if (start >= 0) return [...way.slice(start), lesson.id];
  for (const id of lesson.prerequisites) {
    const next = lessons.get(id);
    const cycle = next && cycleFrom(next, lessons, [...way, lesson.id]);
    if (cycle) return cycle;
  }
  return undefined;
}
