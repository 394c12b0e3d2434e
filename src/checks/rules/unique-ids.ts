import type { Rule } from '#src/checks/rule.ts';

/** No two lessons share an id, no two questions or labs of a lesson. */
export const uniqueIds: Rule = {
  id: 'ids/duplicate',
  *check({ course, lineOf }) {
    const lessons = new Map<string, string>();
    for (const { id, folder, questions, checks, labs } of course.lessons) {
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
      for (const [list, items] of Object.entries({ questions, checks, labs })) {
        for (const [index, question] of items.entries()) {
          const file = `${folder}/${list === 'labs' ? 'labs' : 'quiz'}.yaml`;
          if (seen.has(question.id)) {
            yield {
              file,
              line: lineOf(file, [list, index, 'id']),
              severity: 'error',
              rule: 'ids/duplicate',
              message: `“${question.id}” is the id of another question or lab in this lesson.`,
              hint: 'Give the newer one another id; ids are permanent.',
            };
          }
          seen.add(question.id);
        }
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
    ],
  },
};
