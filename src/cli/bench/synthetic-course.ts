import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as v from 'valibot';
import { stringify } from 'yaml';
import { EMPTY_REGISTER, extendRegister, writeRegister } from '#src/content/register.ts';
import type { Progress, QuestionProgress } from '#src/course/progress.ts';
import type { courseSchema, lessonSchema } from '#src/course/schemas.ts';
import { questionIds, syntheticQuestions } from './synthetic-quiz.ts';
import { Words } from './words.ts';

export interface CourseSize {
  readonly lessons: number;
  /** In each lesson. */
  readonly questions: number;
}

/** The size of a company's whole curriculum (issue 2, "Bars"). */
export const CURRICULUM: CourseSize = { lessons: 500, questions: 10 };

const MODULES = 10;
const PARTS = 3;
const PARAGRAPHS = 3;
/** Far ahead: no review is ever due. */
const DAY = '2126-11-24';

/** Writes a sound course of that size into a folder, in place of what was there. */
export function writeSyntheticCourse(folder: string, size: CourseSize): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of syntheticCourse(size)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/**
 * Files of a sound course, by path below its folder; the same for the same size. Titles, summaries
 * and texts are about as long as those of this project's lessons.
 */
export function syntheticCourse(size: CourseSize): Map<string, string> {
  const files = new Map([
    ['course.yaml', stringify(courseConfig(size))],
    ['glossary.yaml', stringify({ cargo: { term: 'Cargo', definition: 'What a ship carries.' } })],
    [
      'sources.yaml',
      stringify({ recap: { title: 'The recap', read: 'whole', opened: DAY, reviewBy: DAY } }),
    ],
    ['ids.json', register(size)],
  ]);
  for (let number = 1; number <= size.lessons; number++) {
    const words = new Words(number);
    const folder = `${String(number).padStart(2, '0')}-${lessonId(number)}`;
    const frontmatter = stringify(lessonMeta(number, size, words));
    const questions = syntheticQuestions(size.questions, words);
    files.set(`${folder}/index.md`, `---\n${frontmatter}---\n\n${lessonText(words)}`);
    files.set(`${folder}/quiz.yaml`, stringify({ questions }));
  }
  return files;
}

/** Progress of someone who answered everything right at the first try. */
export function fullProgress({ lessons, questions }: CourseSize): Progress {
  const answers = numbered(questions, (number): QuestionProgress => {
    return { credit: 4, attempts: 1, response: { fingerprint: number, code: [number % 4] } };
  });
  return {
    seed: 4711,
    bestScore: 100,
    completed: true,
    passed: true,
    bookmark: { place: 'lesson', lesson: lessons, part: PARTS },
    lessons: numbered(lessons, () => {
      return { partsRead: PARTS, state: 'cleared', clearedOn: 328, questions: answers };
    }),
  };
}

function courseConfig({ lessons }: CourseSize): v.InferInput<typeof courseSchema> {
  const words = new Words(0);
  return {
    id: 'synthetic-course',
    title: `A curriculum of ${lessons} lessons`,
    shortTitle: 'Curriculum',
    event: 'A measurement',
    lede: words.sentences(),
    description: words.sentences(),
    language: 'en-US',
    passMark: 80,
    modules: Array.from({ length: MODULES }, (_, index) => {
      return { id: moduleId(index), title: words.title(4), subtitle: words.title(6) };
    }),
  };
}

function register({ lessons, questions }: CourseSize): string {
  const wanted = [...numbered(lessons, lessonId).values()].map(
    (id) => [id, questionIds(questions)] as const,
  );
  return writeRegister(extendRegister(EMPTY_REGISTER, new Map(wanted)));
}

function lessonMeta(
  number: number,
  { lessons }: CourseSize,
  words: Words,
): v.InferInput<typeof lessonSchema> {
  return {
    title: `${words.title(5)} ${number}`,
    summary: words.title(8),
    module: moduleId(Math.floor(((number - 1) * MODULES) / lessons)),
    session: `S${number}`,
    speaker: words.title(3),
    minutes: 5 + (number % 4),
    objectives: [{ id: 'know-it', text: words.title(8), bloom: 'understand' }],
    sources: ['recap'],
    reviewed: DAY,
  };
}

function lessonText(words: Words): string {
  const parts = Array.from({ length: PARTS }, () => {
    const paragraphs = Array.from({ length: PARAGRAPHS }, () => paragraph(words));
    return `## ${words.title(4)}\n\n${paragraphs.join('\n\n')}\n\n`;
  });
  return `${parts.join('')}<EditorNote>\n\n${words.sentences()}\n\n</EditorNote>\n`;
}

function paragraph(words: Words): string {
  const sentences = [1, 2, 3].map(() => words.sentences());
  return ['Some <Term id="cargo">cargo</Term>.', ...sentences].join(' ');
}

const moduleId = (index: number) => `module-${index + 1}`;

/** As long as a lesson's id usually is. */
function lessonId(number: number): string {
  return `${new Words(number).title(2).toLowerCase().replace(' ', '-')}-${number}`;
}

function numbered<T>(count: number, item: (number: number) => T): Map<number, T> {
  return new Map(Array.from({ length: count }, (_, index) => [index + 1, item(index + 1)]));
}
