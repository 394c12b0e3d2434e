import { numberedItems } from '#src/checks/numbered-items.ts';
import type { Rule } from '#src/checks/rule.ts';
import { EXAM_OF_TWO, WITH_EXAM } from '#src/checks/testing/tiny-course.ts';

/** No two lessons share an id, no two questions or labs of a lesson. */
export const uniqueIds: Rule = {
  id: 'ids/duplicate',
  *check({ course, lineOf }) {
    const lessons = new Map<string, string>();
    for (const lesson of course.lessons) {
      const { id, folder } = lesson;
      const other = lessons.get(id);
      if (other !== undefined) {
        yield {
          file: `${folder}/index.md`,
          line: 1,
          severity: 'error',
          rule: 'ids/duplicate',
          message: `The folders ${other} and ${folder} have the same id, “${id}”.`,
          hint: 'Give one of them another name behind its number.',
        };
      }
      lessons.set(id, folder);
      const seen = new Set<string>();
      for (const { item, file, path } of numberedItems(lesson)) {
        if (seen.has(item.id)) {
          yield {
            file,
            line: lineOf(file, [...path, 'id']),
            severity: 'error',
            rule: 'ids/duplicate',
            message: `“${item.id}” is the id of another question or lab in this lesson.`,
            hint: 'Give the newer one another id; ids are permanent.',
          };
        }
        seen.add(item.id);
      }
    }
  },
  examples: {
    good: [{ name: 'the same question id in two lessons', files: {} }],
    bad: [
      {
        name: 'a check repeats the id of a question',
        files: {
          '01-boxes/quiz.yaml': ['id: quick-check', 'id: first-question'],
          '01-boxes/index.md': ['quick-check', 'first-question'],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:29  error  ids/duplicate\n  “first-question” is the id of another question or lab in this lesson.\n  Give the newer one another id; ids are permanent.',
        ],
      },
      {
        name: 'a question of the assessment repeats the id of a question of the quiz',
        files: {
          ...WITH_EXAM,
          '01-boxes/exam.yaml': EXAM_OF_TWO.replace('exam-question', 'first-question'),
        },
        says: [
          'lessons/01-boxes/exam.yaml:2  error  ids/duplicate\n  “first-question” is the id of another question or lab in this lesson.\n  Give the newer one another id; ids are permanent.',
        ],
      },
    ],
  },
};
