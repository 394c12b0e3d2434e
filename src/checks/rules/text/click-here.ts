import { learnerTexts } from '#src/checks/learner-texts.ts';
import type { Problem } from '#src/content/problem.ts';
import type { Rule } from '#src/checks/rule.ts';

const EMPTY_WORDS =
  /^(click |see |read )?(here|this|this link|link|more|read more|learn more)\.?$/i;

/** A link says where it leads, and nobody is told to click (WCAG 2.2, 2.4.4). */
export const clickHere: Rule = {
  id: 'text/click-here',
  *check(loaded) {
    for (const { text, file, line } of learnerTexts(loaded)) {
      if (!/\bclick here\b/i.test(text)) continue;
      yield {
        ...at(file, line()),
        message: 'The text says “click here”.',
        hint: 'Name what one finds there and make that the link; many learners have no mouse.',
      };
    }
    for (const [folder, { links }] of loaded.texts) {
      for (const { text, line } of links) {
        if (!EMPTY_WORDS.test(text.trim()) || /click here/i.test(text)) continue;
        yield {
          ...at(`${folder}/index.md`, line),
          message: `The link “${text}” does not say where it leads.`,
          hint: 'Name what one finds there and make that the link.',
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'a link that names its place',
        files: {
          '01-boxes/index.md': ['One is red', 'Read [more boxes](#/lesson/more-boxes). One is red'],
        },
      },
    ],
    bad: [
      {
        name: '“click here” in a lesson',
        files: { '01-boxes/index.md': ['One is red', '[Click here](#/). One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/click-here\n  The text says “click here”.\n  Name what one finds there and make that the link; many learners have no mouse.',
        ],
      },
      {
        name: '“click here” in feedback',
        files: { '01-boxes/quiz.yaml': ['Green means released.', 'Click here for more.'] },
        says: [
          'lessons/01-boxes/quiz.yaml:15  error  text/click-here\n  The text says “click here”.\n  Name what one finds there and make that the link; many learners have no mouse.',
        ],
      },
      {
        name: 'a link called “here”',
        files: { '01-boxes/index.md': ['One is red', 'Look [here](#/). One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/click-here\n  The link “here” does not say where it leads.\n  Name what one finds there and make that the link.',
        ],
      },
    ],
  },
};

function at(file: string, line: number): Pick<Problem, 'file' | 'line' | 'severity' | 'rule'> {
  return { file, line, severity: 'error', rule: 'text/click-here' };
}
