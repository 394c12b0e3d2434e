import type * as v from 'valibot';
import type { quizSchema } from '#src/content/load-course.ts';
import type { Words } from './words.ts';

type Question = v.InferInput<typeof quizSchema>['questions'][number];

/** Kinds in turn, most often those that real quizzes use most. */
const KINDS = [choice, multiple, choice, ordering, choice, numeric, choice, multiple];

/** Sound questions of every kind, with the ids that `questionIds` lists. */
export function syntheticQuestions(count: number, words: Words): Question[] {
  return questionIds(count).map((id, index) => {
    const cites = [{ source: 'recap' }];
    const base = { id, stem: words.sentence(), objective: 'know-it', bloom: 'remember', cites };
    const ofKind = KINDS[index % KINDS.length] ?? choice;
    return { ...base, ...ofKind(words) } as Question;
  });
}

export function questionIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `question-${index + 1}`);
}

function choice(words: Words) {
  return { kind: 'single-choice', options: options(words, [0]) } as const;
}

function multiple(words: Words) {
  return { kind: 'multiple-response', options: options(words, [0, 2]) } as const;
}

function ordering(words: Words) {
  return { kind: 'ordering', steps: fourItems(words), wrong: words.sentence() } as const;
}

function numeric(words: Words) {
  return {
    kind: 'numeric',
    answer: words.number(1000),
    unit: 'days',
    right: words.sentence(),
    wrong: words.sentence(),
  } as const;
}

function options(words: Words, correct: readonly number[]) {
  return fourItems(words).map((item, index) =>
    correct.includes(index) ? { ...item, correct: true } : item,
  );
}

/** Four things with their feedback; no two texts are the same. */
function fourItems(words: Words) {
  return [1, 2, 3, 4].map((number) => ({
    text: `${words.title(7)} ${number}`,
    feedback: words.sentence(),
  }));
}
