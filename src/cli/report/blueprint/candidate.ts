import { createActor } from 'xstate';
import { examinedQuestions, toBank, toOutline } from '#src/content/outline.ts';
import type { AssessmentSettings } from '#src/course/assessment.ts';
import type { Course } from '#src/course/course.ts';
import { chance, mixSeed } from '#src/course/shuffle.ts';
import {
  blankProgress,
  type ItemRef,
  type LessonProgress,
  type Progress,
  type Sitting,
} from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import { openSitting } from '#src/machine/assessment.ts';
import { partsToRead, showsKeys } from '#src/machine/attempts.ts';
import { courseMachine } from '#src/machine/course-machine.ts';
import { drawSitting, refKey } from '#src/machine/draw.ts';
import type { Question } from '#src/questions/registry.ts';
import { guess } from './guess.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 25);

/** Somebody who takes the assessment, as often as need be. */
export interface Candidate {
  /** Probability of knowing the answer of a question: the same one is known each time, or not. */
  readonly knows: number;
  /** Share of the keys once shown that are remembered, word for word. */
  readonly keeps: number;
  readonly guesses: boolean;
}

/** What the simulation needs of a course, worked out once. */
export interface Exam {
  readonly outline: ReturnType<typeof toOutline>;
  readonly bank: ReturnType<typeof toBank>;
  readonly questions: ReadonlyMap<string, Question>;
  /** Questions whose key a quiz has shown: those of lessons without exam.yaml. */
  readonly isShown: ReadonlySet<string>;
}

export function toExam(course: Course<Question>): Exam {
  const placed = course.lessons.flatMap((lesson) =>
    examinedQuestions(lesson).map((question) => {
      const key = refKey({ lesson: lesson.number, question: question.number });
      return { key, question, isShown: lesson.exam.length === 0 };
    }),
  );
  return {
    outline: toOutline(course),
    bank: toBank(course),
    questions: new Map(placed.map(({ key, question }) => [key, question])),
    isShown: new Set(placed.filter(({ isShown }) => isShown).map(({ key }) => key)),
  };
}

/** @throws where the course has no final assessment. */
export function settingsOf({ outline }: Exam): AssessmentSettings {
  if (!outline.assessment) throw new Error('The course has no final assessment.');
  return outline.assessment;
}

/** One sitting as it came out. */
export interface Result {
  readonly sitting: Sitting;
  readonly passed: boolean;
}

/**
 * Sittings of one candidate through the course machine, up to a pass or to `most`; the same seed
 * gives the same ones. Missed parts are read again, waits are waited for.
 */
export function sittings(exam: Exam, candidate: Candidate, seed: number, most: number): Result[] {
  const { outline, bank } = exam;
  const settings = settingsOf(exam);
  const input = { outline, passMark: outline.passMark, progress: allCleared(exam, seed & 0xffff) };
  const actor = createActor(courseMachine, { input }).start();
  const progress = () => actor.getSnapshot().context.progress;
  const memory = new Memory(exam, candidate, seed);
  const results: Result[] = [];
  for (let at = START; results.length < most; at += settings.waitHours * HOUR + HOUR) {
    actor.send({ type: 'assessment.open' });
    const { assessment } = progress();
    const asked = [...(assessment?.asked ?? []), ...(assessment?.sitting.items ?? [])];
    const earlier = assessment?.finished ?? 0;
    const drawn = drawSitting(bank, { seed: progress().seed, earlier, settings, asked });
    actor.send({ type: 'assessment.begin', ...drawn, at });
    for (let sitting = openSitting(progress()); sitting; sitting = openSitting(progress())) {
      const item = sitting.items.findIndex(({ credit }) => credit === undefined);
      const ref = sitting.items[item];
      if (!ref) break;
      actor.send(answerTo(item, memory.credit(ref), at));
    }
    const after = progress();
    if (!after.assessment || after.assessment.finished === earlier) {
      throw new Error('The machine did not let the sitting begin.');
    }
    const passed = after.assessment.passed === true;
    results.push({ sitting: after.assessment.sitting, passed });
    if (passed) break;
    const rules = { outline, passMark: outline.passMark };
    if (showsKeys(rules, after, at)) memory.see(after.assessment.sitting.items);
    for (const { lesson, part } of partsToRead(rules, after)) {
      actor.send({ type: 'lesson.open', lesson: lesson.number });
      actor.send({ type: 'part.reach', part, at });
    }
  }
  return results;
}

/** What a candidate knows, and what was seen with its key. */
class Memory {
  readonly #exam: Exam;
  readonly #candidate: Candidate;
  readonly #seed: number;
  readonly #seen: Set<string>;
  readonly #chance: () => number;

  constructor(exam: Exam, candidate: Candidate, seed: number) {
    this.#exam = exam;
    this.#candidate = candidate;
    this.#seed = seed;
    this.#seen = new Set(exam.isShown);
    this.#chance = chance(mixSeed(seed, 1));
  }

  credit(ref: ItemRef): Credit {
    const { knows, keeps, guesses } = this.#candidate;
    const key = refKey(ref);
    const isKnown = this.#luck(ref, 2) < knows;
    const isKept = this.#seen.has(key) && this.#luck(ref, 3) < keeps;
    if (isKnown || isKept) return FULL_CREDIT;
    const question = this.#exam.questions.get(key);
    return guesses && question ? guess(question, this.#chance) : 0;
  }

  see(items: readonly ItemRef[]): void {
    for (const item of items) this.#seen.add(refKey(item));
  }

  /** The same for the same question at any time. */
  #luck({ lesson, question }: ItemRef, what: number): number {
    return mixSeed(this.#seed, what, lesson, question) / 2 ** 32;
  }
}

function answerTo(item: number, credit: Credit, at: number) {
  const response = { fingerprint: 0, code: [] };
  return {
    type: 'assessment.answer',
    item,
    credit,
    response,
    part: 1,
    at,
    interaction: {
      type: 'choice',
      response: [],
      correct: [],
      id: 'simulated',
      attempt: 1,
      objective: 'simulated',
      description: '',
      credit,
      at,
      latency: 0,
    },
  } as const;
}

function allCleared({ outline }: Exam, seed: number): Progress {
  const cleared = ({ parts }: { readonly parts: number }): LessonProgress => ({
    partsRead: parts,
    state: 'cleared',
    questions: new Map(),
  });
  return {
    ...blankProgress(seed),
    lessons: new Map(outline.lessons.map((lesson) => [lesson.number, cleared(lesson)])),
  };
}
