import type { Rule } from '#src/checks/rule.ts';

/** Headings of a lesson go down one level at a time, from `##`: the title is the page's only `#`. */
export const headingLevel: Rule = {
  id: 'text/heading-level',
  *check({ texts }) {
    for (const [folder, { headings }] of texts) {
      let above = 1;
      for (const { level, line } of headings) {
        const isFine = level > 1 && level <= above + 1;
        above = level;
        if (isFine) continue;
        yield {
          file: `${folder}/index.md`,
          line,
          severity: 'error',
          rule: 'text/heading-level',
          message:
            level === 1 ? 'The lesson’s title is its only `#`.' : 'A heading level is skipped.',
          hint: 'Begin a part with `##`, and use `###` inside it.',
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'a heading inside a part',
        files: { '01-boxes/index.md': ['One is red', '### Red\n\nOne is red'] },
      },
    ],
    bad: [
      {
        name: 'a skipped level',
        files: { '01-boxes/index.md': ['One is red', '#### Red\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/heading-level\n  A heading level is skipped.\n  Begin a part with `##`, and use `###` inside it.',
        ],
      },
      {
        name: 'a title',
        files: { '01-boxes/index.md': ['## Two boxes', '# Boxes\n\n## Two boxes'] },
        says: [
          'lessons/01-boxes/index.md:17  error  text/heading-level\n  The lesson’s title is its only `#`.\n  Begin a part with `##`, and use `###` inside it.',
        ],
      },
    ],
  },
};
