import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { cutSentences } from '#src/content/sentences.ts';

/** Begins a sentence that asks to find something among the options. */
const ASKS = /^(which|what|who|whom|whose|where|when|choose|select|pick|mark|name|find)\b/i;
/** What follows belongs to a condition or to the case that is told. */
const ASIDE = /\b(if|when|because|although|since|while|unless|who|whose)\b.*$/i;
const NEGATION = /\b(not|except|least|cannot)\b|n[’']t\b/;

/** A stem that asks for what does not fit says so in capitals: readers pass over a small “not”. */
export const negativeStem: Rule = {
  id: 'quiz/negative-stem',
  *check(loaded) {
    for (const { placed, path, prompt } of allChoices(loaded)) {
      const negation = cutSentences(prompt).map(smallNegation).find(Boolean);
      if (negation === undefined) continue;
      yield inQuestion(loaded, placed, path.length > 1 ? path : ['stem'], {
        severity: 'warning',
        rule: 'quiz/negative-stem',
        message: `It asks for the opposite with a small “${negation}”.`,
        hint: 'Ask for what holds, or write NOT or EXCEPT in capitals.',
      });
    }
  },
  examples: {
    good: [
      {
        name: 'a negation in capitals',
        files: { '01-boxes/quiz.yaml': ['Which box is held?', 'Which box is NOT held?'] },
      },
      {
        name: 'a negation in the case that is told',
        files: {
          '01-boxes/quiz.yaml': [
            'Which box is held?',
            'The gate does not open. What is held if nobody cannot see it?',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a small “not”',
        files: { '01-boxes/quiz.yaml': ['Which box is held?', 'Which box is not held?'] },
        says: [
          'lessons/01-boxes/quiz.yaml:4  warning  quiz/negative-stem\n  Question “first-question”: It asks for the opposite with a small “not”.\n  Ask for what holds, or write NOT or EXCEPT in capitals.',
        ],
      },
      {
        name: 'a contraction',
        files: { '01-boxes/quiz.yaml': ['Which box is held?', 'Which box isn’t held?'] },
        says: [
          'lessons/01-boxes/quiz.yaml:4  warning  quiz/negative-stem\n  Question “first-question”: It asks for the opposite with a small “n’t”.\n  Ask for what holds, or write NOT or EXCEPT in capitals.',
        ],
      },
    ],
  },
};

function smallNegation({ text }: { readonly text: string }): string | undefined {
  if (!ASKS.test(text)) return undefined;
  const [word = ''] = text.split(' ');
  return NEGATION.exec(word + text.slice(word.length).replace(ASIDE, ''))?.[0];
}
