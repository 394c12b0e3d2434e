import type { LoadedCourse } from '#src/content/load-course.ts';
import type { ChoiceSet } from '#src/questions/kind.ts';
import { kindOf } from '#src/questions/registry.ts';
import { allQuestions, type PlacedQuestion } from './all-questions.ts';

/** Options of a question, with the question. */
export interface PlacedChoice extends ChoiceSet {
  readonly placed: PlacedQuestion;
}

/** Every set of options of the course. */
export function* allChoices(loaded: LoadedCourse): Generator<PlacedChoice> {
  for (const placed of allQuestions(loaded)) {
    for (const set of kindOf(placed.question).choices(placed.question)) yield { ...set, placed };
  }
}

/** A set with a single right option. */
export interface SingleChoice extends PlacedChoice {
  /** Index of the right option as authored. */
  readonly right: number;
}

/** The sets of which exactly one option is right. */
export function* singleChoices(loaded: LoadedCourse): Generator<SingleChoice> {
  for (const choice of allChoices(loaded)) {
    const right = choice.options.findIndex(({ correct }) => correct);
    const others = choice.options.filter(({ correct }) => correct).length - 1;
    if (right >= 0 && others === 0) yield { ...choice, right };
  }
}

/** Things that are looked at together, and where a finding about all of them belongs. */
export interface Group<T> {
  readonly file: string;
  /** `this quiz` or `the course`. */
  readonly name: string;
  readonly members: readonly T[];
}

/** By quiz, and all together: a habit may show only over the whole course. */
export function byQuizAndCourse<T extends { readonly placed: PlacedQuestion }>(
  members: Iterable<T>,
): Group<T>[] {
  const all = [...members];
  const quizzes = new Map<string, T[]>();
  for (const member of all) {
    const own = quizzes.get(member.placed.file);
    if (own) own.push(member);
    else quizzes.set(member.placed.file, [member]);
  }
  return [
    ...[...quizzes].map(([file, own]) => ({ file, name: 'this quiz', members: own })),
    { file: 'course.yaml', name: 'the course', members: all },
  ];
}

/** Names of questions for a hint, the first few of many. */
export function namesOf(choices: readonly { readonly placed: PlacedQuestion }[]): string {
  const ids = choices.map(({ placed }) => placed.question.id);
  const shown = ids.slice(0, 8).join(', ');
  return ids.length > 8 ? `${shown} …` : shown;
}
