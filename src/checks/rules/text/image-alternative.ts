import type { Rule } from '#src/checks/rule.ts';

/** Every picture of a lesson has a text for those who can't see it (WCAG 2.2, 1.1.1). */
export const imageAlternative: Rule = {
  id: 'text/image-alternative',
  *check({ texts }) {
    for (const [folder, { pictures }] of texts) {
      for (const { line, hasAlternative } of pictures) {
        if (hasAlternative) continue;
        yield {
          file: `${folder}/index.md`,
          line,
          severity: 'error',
          rule: 'text/image-alternative',
          message: 'The picture has no text alternative.',
          hint: 'Give a drawing a <title> and a <desc>, a picture its alt text; aria-hidden="true" or alt="" where it is decoration.',
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'a drawing with a title, and one for decoration',
        files: {
          '01-boxes/index.md': [
            'One is red',
            '<svg><title>Two boxes</title></svg>\n\n<svg aria-hidden="true"></svg>\n\nOne is red',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a drawing without a title',
        files: { '01-boxes/index.md': ['One is red', '<svg role="img"></svg>\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/image-alternative\n  The picture has no text alternative.\n  Give a drawing a <title> and a <desc>, a picture its alt text; aria-hidden="true" or alt="" where it is decoration.',
        ],
      },
      {
        name: 'a picture without words',
        files: {
          '01-boxes/index.md': ['One is red', '![](data:image/gif;base64,R0)\n\nOne is red'],
        },
        says: [
          'lessons/01-boxes/index.md:19  error  text/image-alternative\n  The picture has no text alternative.\n  Give a drawing a <title> and a <desc>, a picture its alt text; aria-hidden="true" or alt="" where it is decoration.',
        ],
      },
    ],
  },
};
