import { allQuestions } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { cutSentences } from '#src/content/sentences.ts';

/** Verbs that set a task. */
const TASKS = new Set(
  `add advise answer arrange assign bring build calculate check choose classify combine compare complete
compute convert correct count decide describe determine divide draw drop enter estimate explain file
fill find fit follow give group help identify join judge label line list locate mark match measure move
name order pair pick place plan point predict put rank rate read repair report rewrite round say select
send set settle show sort spot state supply take tell tick trace turn type use weigh work write`.split(
    /\s+/,
  ),
);

/** A stem asks a question or sets a task; otherwise learners guess what is wanted. */
export const stemForm: Rule = {
  id: 'quiz/stem-form',
  *check(loaded) {
    for (const placed of allQuestions(loaded)) {
      if (cutSentences(placed.question.stem).some(asks)) continue;
      yield inQuestion(loaded, placed, ['stem'], {
        severity: 'warning',
        rule: 'quiz/stem-form',
        message: 'The stem is neither a question nor a task.',
        hint: 'End it with a question mark, or begin a sentence of it with a verb, like Match or Sort.',
      });
    }
  },
  examples: {
    good: [
      {
        name: 'a case, then a task',
        files: {
          '01-boxes/quiz.yaml': ['Which box is held?', 'A gate is shut. Choose what is held.'],
        },
      },
    ],
    bad: [
      {
        name: 'the beginning of a sentence',
        files: { '01-boxes/quiz.yaml': ['Which box is held?', 'The box that is held'] },
        says: [
          'lessons/01-boxes/quiz.yaml:4  warning  quiz/stem-form\n  Question “first-question”: The stem is neither a question nor a task.\n  End it with a question mark, or begin a sentence of it with a verb, like Match or Sort.',
        ],
      },
    ],
  },
};

function asks({ text }: { readonly text: string }): boolean {
  const [verb = ''] = /^\p{L}+/u.exec(text) ?? [];
  return /\?[”’"')\]]*$/.test(text) || TASKS.has(verb.toLowerCase());
}
