import type { CourseOutline, LessonOutline } from '#src/course/outline.ts';
import { fromHour, type ItemRef, type Progress } from '#src/course/progress.ts';
import { changeSitting, openSitting } from './assessment.ts';
import { refKey, type Drawn } from './draw.ts';
import { findLesson, lessonsLeft, type CourseRules } from './rules.ts';

/*
 * What stands between a learner and the next sitting of the final assessment: lessons to clear,
 * parts to read again, a wait after so many failed sittings.
 */

/** A part of a lesson, from 1; 0: any, where nothing tells which one taught what was missed. */
export interface LessonPart {
  readonly lesson: LessonOutline;
  readonly part: number;
}

export type Hindrance =
  | { readonly is: 'under-way' }
  | { readonly is: 'passed' }
  | { readonly is: 'lessons'; readonly lessons: readonly LessonOutline[] }
  | { readonly is: 'parts'; readonly parts: readonly LessonPart[] }
  /** Milliseconds since 1970. */
  | { readonly is: 'wait'; readonly until: number };

/** Why no sitting can begin at a moment (milliseconds since 1970); undefined: one can. */
export function hindrance(
  rules: CourseRules,
  progress: Progress,
  at: number,
): Hindrance | undefined {
  if (openSitting(progress)) return { is: 'under-way' };
  if (progress.passed || progress.assessment?.passed) return { is: 'passed' };
  const lessons = lessonsLeft(rules, progress);
  if (lessons.length > 0) return { is: 'lessons', lessons };
  const until = waitsUntil(rules, progress);
  if (until !== undefined && at < until) return { is: 'wait', until };
  const parts = partsToRead(rules, progress);
  return parts.length > 0 ? { is: 'parts', parts } : undefined;
}

/** Can a sitting over what was drawn begin? It has to hold all that the course asks for. */
export function canBegin(
  rules: CourseRules,
  progress: Progress,
  { items, reserve }: Drawn,
  at: number,
): boolean {
  const { questions = 0 } = rules.outline.assessment ?? {};
  const bank = bankNumbers(rules.outline);
  const drawn = [...items, ...reserve].map(refKey);
  return (
    items.length > 0 &&
    items.length === Math.min(questions, bank.size) &&
    new Set(drawn).size === drawn.length &&
    drawn.every((key) => bank.has(key)) &&
    hindrance(rules, progress, at) === undefined
  );
}

/** What the assessment may ask (see `toBank` in `content/outline.ts`). */
function bankNumbers({ lessons }: CourseOutline): ReadonlySet<string> {
  const refs = lessons
    .filter(({ optional }) => !optional)
    .flatMap(({ number: lesson, exam, questions }) =>
      (exam.length > 0 ? exam : questions).map((question): ItemRef => ({ lesson, question })),
    );
  return new Set(refs.map(refKey));
}

/** How many sittings may still be failed before the next wait. */
export function attemptsLeft({ outline }: CourseRules, { assessment }: Progress): number {
  const { attempts = Infinity } = outline.assessment ?? {};
  return attempts - ((assessment?.finished ?? 0) % attempts);
}

function waitsUntil({ outline }: CourseRules, { assessment }: Progress): number | undefined {
  const { attempts = Infinity, waitHours = 0 } = outline.assessment ?? {};
  const { finished = 0, endedAt } = assessment ?? {};
  if (endedAt === undefined || finished === 0 || finished % attempts > 0) return undefined;
  return fromHour(endedAt + waitHours);
}

/** Keys are shown when no other sitting can follow soon: after a pass, or after the last attempt. */
export function showsKeys(rules: CourseRules, progress: Progress, at: number): boolean {
  const is = hindrance(rules, progress, at)?.is;
  return is === 'passed' || is === 'wait';
}

/** The parts that teach what the last sitting missed, in the order of the course, each once. */
export function partsToRead({ outline }: CourseRules, progress: Progress): LessonPart[] {
  const { assessment } = progress;
  if (!assessment || openSitting(progress)) return [];
  const missed = assessment.sitting.items.flatMap(({ lesson: number, part }) => {
    const lesson = findLesson(outline, number);
    // A release may have shortened the lesson.
    return lesson && part !== undefined ? [{ lesson, part: Math.min(part, lesson.parts) }] : [];
  });
  const place = ({ lesson, part }: LessonPart) => outline.lessons.indexOf(lesson) * 1000 + part;
  return [...new Map(missed.map((one) => [place(one), one])).values()].sort(
    (a, b) => place(a) - place(b),
  );
}

/** Progress after a part was reached, as far as the assessment had asked for it. */
export function withPartReadAgain(
  { outline }: CourseRules,
  progress: Progress,
  read: { readonly lesson: number; readonly part: number },
): Progress {
  if (!progress.assessment || openSitting(progress)) return progress;
  const parts = findLesson(outline, read.lesson)?.parts ?? 0;
  return changeSitting(progress, (sitting) => ({
    ...sitting,
    items: sitting.items.map((item) =>
      item.lesson === read.lesson &&
      (item.part === 0 || Math.min(item.part ?? 0, parts) === read.part)
        ? { ...item, part: undefined }
        : item,
    ),
  }));
}
