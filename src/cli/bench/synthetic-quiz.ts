import type * as v from 'valibot';
import type { quizSchema } from '#src/content/load-course.ts';
import type { Words } from './words.ts';

type Question = v.InferInput<typeof quizSchema>['questions'][number];

/** Kinds in turn, most often those that real quizzes use most. */
const KINDS = [choice, multiple, choice, ordering, choice, numeric, choice, multiple];

/** Sound questions of every kind, with the ids that `questionIds` lists. */
export function syntheticQuestions(count: number, words: Words): Question[] {
  const turn = words.number(4);
  return questionIds(count).map((id, index) => {
    const cites = [{ source: 'recap' }];
    const base = { id, stem: stem(words), objective: 'know-it', bloom: bloom(index), cites };
    const ofKind = KINDS[index % KINDS.length] ?? choice;
    return { ...base, ...ofKind(words, index + 2 * turn) };
  });
}

export function questionIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `question-${index + 1}`);
}

/** Of words that no option has; the number makes it another case. */
function stem(words: Words): string {
  return `A client calls about case ${words.number(100_000)} and needs help today. What would you tell them?`;
}

function bloom(index: number): Question['bloom'] {
  return index % 3 === 2 ? 'remember' : 'apply';
}

function choice(words: Words, index: number) {
  return { kind: 'single-choice', options: options(words, [(index / 2) % 4]) } as const;
}

function multiple(words: Words) {
  return { kind: 'multiple-response', options: options(words, [0, 2]) } as const;
}

function ordering(words: Words) {
  return { kind: 'ordering', steps: fourItems(words), wrong: words.sentences() } as const;
}

function numeric(words: Words) {
  return {
    kind: 'numeric',
    stem: `${words.title(9)}. How many days are left?`,
    answer: words.number(1000),
    unit: 'days',
    right: words.sentences(),
    wrong: words.sentences(),
  } as const;
}

function options(words: Words, correct: readonly number[]) {
  return fourItems(words).map((item, index) => {
    if (!correct.includes(index)) return item;
    // Shorter: the longest option must not be the right one more often than chance has it.
    return { ...item, text: `${words.title(5)} ${index + 1}`, correct: true };
  });
}

/** Four things with their feedback; no two texts are the same. */
function fourItems(words: Words) {
  return [1, 2, 3, 4].map((number) => ({
    text: `${words.title(7)} ${number}`,
    feedback: words.sentences(),
  }));
}
