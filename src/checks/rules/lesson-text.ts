import type { Rule } from '#src/checks/rule.ts';

/** A lesson's text has parts, no script of its own, and a place for each of its checks. */
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
      for (const line of text?.scripts ?? []) {
        yield {
          file,
          line,
          severity: 'error',
          rule: 'lesson/script',
          message: 'A lesson’s text must not hold a script or a style.',
          hint: 'Remove it: components are imported by themselves, styles belong to them.',
        };
      }
      for (const { line, message, hint } of text?.flaws ?? []) {
        yield { file, line, severity: 'error', rule: 'lesson/markup', message, hint };
      }
      for (const line of text?.underlined ?? []) {
        yield {
          file,
          line,
          severity: 'error',
          rule: 'lesson/underlined-heading',
          message: 'A heading is made by underlining, and would begin no part.',
          hint: 'Write `## Title` for a part; leave a blank line before a line of hyphens.',
        };
      }
      for (const line of text?.termsAtStart ?? []) {
        yield {
          file,
          line,
          severity: 'error',
          rule: 'lesson/term-at-start',
          message:
            'A paragraph begins with a component inside its text, and would not be a paragraph.',
          hint: 'Let it begin with a word: Markdown takes a line that begins with a tag as it is.',
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
        name: 'a script',
        files: { '01-boxes/index.md': ['One is red', '<script>let x</script>\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/script\n  A lesson’s text must not hold a script or a style.\n  Remove it: components are imported by themselves, styles belong to them.',
        ],
      },
      {
        name: 'a word in braces',
        files: { '01-boxes/index.md': ['One is red', 'Boxes of {all} kinds.\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/markup\n  “{all}” in braces would run as a program.\n  Write it without braces.',
        ],
      },
      {
        name: 'a block of a program',
        files: { '01-boxes/index.md': ['One is red', 'Look. {#if x}\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/markup\n  The text can’t be read from here on: block was left open.\n  Close every tag where it belongs, write &lt; for a “<”, and no braces.',
        ],
      },
      {
        name: 'a component that is left open',
        files: { '01-boxes/index.md': ['One is red', '<EditorNote>\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/markup\n  The text can’t be read from here on: block was left open.\n  Close every tag where it belongs, write &lt; for a “<”, and no braces.',
        ],
      },
      {
        name: 'an underlined heading',
        files: { '01-boxes/index.md': ['One is red', 'Colors\n---\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/underlined-heading\n  A heading is made by underlining, and would begin no part.\n  Write `## Title` for a part; leave a blank line before a line of hyphens.',
        ],
      },
      {
        name: 'a paragraph that begins with a term',
        files: { '01-boxes/index.md': ['One is red', '<Term id="box">Box</Term> one is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  lesson/term-at-start\n  A paragraph begins with a component inside its text, and would not be a paragraph.\n  Let it begin with a word: Markdown takes a line that begins with a tag as it is.',
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
