import type { CourseOutline, LabOutline, LessonOutline, ObjectiveOutline } from './outline.ts';

/**
 * The outline as it travels in the first load: lessons as rows without keys, so that a course
 * of 500 lessons costs some 100 bytes for each.
 */
export interface PackedOutline extends Omit<CourseOutline, 'lessons'> {
  readonly lessons: readonly LessonRow[];
}

type LessonRow = readonly [
  id: string,
  number: number,
  title: string,
  summary: string,
  minutes: number,
  module: number,
  parts: number,
  /** Question numbers as runs: `1-6,9`. */
  questions: string,
  /** `id:1-3,5`, joined by semicolons. */
  objectives: string,
  optional?: 0 | 1,
  prerequisites?: readonly number[],
  /** `id:number`, joined by commas. */
  labs?: string,
  /** Numbers of questions for the final assessment, as runs. */
  exam?: string,
];

export function packOutline(outline: CourseOutline): PackedOutline {
  return { ...outline, lessons: outline.lessons.map(packLesson) };
}

export function unpackOutline(packed: PackedOutline): CourseOutline {
  return { ...packed, lessons: packed.lessons.map(unpackLesson) };
}

function packLesson(lesson: LessonOutline): LessonRow {
  const row = [
    lesson.id,
    lesson.number,
    lesson.title,
    lesson.summary,
    lesson.minutes,
    lesson.module,
    lesson.parts,
    packRuns(lesson.questions),
    lesson.objectives.map(packObjective).join(';'),
  ] as const;
  const optional = lesson.optional ? 1 : 0;
  const labs = lesson.labs.map(({ id, number }) => `${id}:${number}`).join(',');
  const exam = packRuns(lesson.exam);
  if (exam !== '') return [...row, optional, lesson.prerequisites, labs, exam];
  if (labs !== '') return [...row, optional, lesson.prerequisites, labs];
  if (lesson.prerequisites.length > 0) return [...row, optional, lesson.prerequisites];
  return lesson.optional ? [...row, optional] : row;
}

function unpackLesson(row: LessonRow): LessonOutline {
  const [id, number, title, summary, minutes, module, parts, questions, objectives, ...rest] = row;
  const [optional, prerequisites = [], labs = '', exam = ''] = rest;
  return {
    id,
    number,
    title,
    summary,
    minutes,
    module,
    parts,
    questions: unpackRuns(questions),
    exam: unpackRuns(exam),
    objectives: objectives.split(';').filter(Boolean).map(unpackObjective),
    labs: labs.split(',').filter(Boolean).map(unpackLab),
    optional: optional === 1,
    prerequisites,
  };
}

function packObjective({ id, questions }: ObjectiveOutline): string {
  return `${id}:${packRuns(questions)}`;
}

function unpackObjective(text: string): ObjectiveOutline {
  const [id = '', questions = ''] = text.split(':');
  return { id, questions: unpackRuns(questions) };
}

function unpackLab(text: string): LabOutline {
  const [id = '', number] = text.split(':');
  return { id, number: Number(number) };
}

function packRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function unpackRuns(text: string): number[] {
  return text
    .split(',')
    .filter(Boolean)
    .flatMap((run) => {
      const [from = 0, to = from] = run.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}
