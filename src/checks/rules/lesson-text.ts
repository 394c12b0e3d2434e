import type { Rule } from '#src/checks/rule.ts';

/** A lesson's text has parts, and a place for each of its checks. */
export const lessonText: Rule = {
  id: 'lesson/text',
  *check({ course, texts, lineOf }) {
    for (const { folder, checks } of course.lessons) {
      const file = `${folder}/index.md`;
      const text = texts.get(folder);
      if (text?.parts.length === 0) {
        yield {
          file,
          line: 1,
          severity: 'error',
          rule: 'lesson/no-parts',
          message: 'The text has no part.',
          hint: 'Begin each part with a second-level heading, `## Title`.',
        };
      }
      const placed = text?.components.filter(({ name }) => name === 'Check').map(({ id }) => id);
      for (const [index, check] of checks.entries()) {
        if (placed?.includes(check.id)) continue;
        const quiz = `${folder}/quiz.yaml`;
        yield {
          file: quiz,
          line: lineOf(quiz, ['checks', index, 'id']),
          severity: 'warning',
          rule: 'lesson/check-not-placed',
          message: `No learner sees the check “${check.id}”.`,
          hint: `Place it in index.md with \`<Check id="${check.id}" />\`, or remove it.`,
        };
      }
    }
  },
  examples: {
    good: [{ name: 'a part, and a placed check', files: {} }],
    bad: [
      {
        name: 'no heading',
        files: { '01-boxes/index.md': ['## Two boxes', 'Boxes'] },
        says: [
          'lessons/01-boxes/index.md:1  error  lesson/no-parts\n  The text has no part.\n  Begin each part with a second-level heading, `## Title`.',
        ],
      },
      {
        name: 'a check that no text places',
        files: { '01-boxes/index.md': ['<Check id="quick-check" />', ''] },
        says: [
          'lessons/01-boxes/quiz.yaml:29  warning  lesson/check-not-placed\n  No learner sees the check “quick-check”.\n  Place it in index.md with `<Check id="quick-check" />`, or remove it.',
        ],
      },
    ],
  },
};
