import * as v from 'valibot';
import type { Course, Lesson } from '#src/course/course.ts';
import {
  claimsSchema,
  courseSchema,
  digestSchema,
  glossarySchema,
  lessonSchema,
  sourcesSchema,
  type Claim,
  type LessonMeta,
  type Source,
} from '#src/course/schemas.ts';
import { labSchema, type AuthoredLab } from '#src/labs/registry.ts';
import { questionSchema, type AuthoredQuestion, type Question } from '#src/questions/registry.ts';
import { DIGEST_ENDING, digestFile, readDigest, type Digest } from './digest.ts';
import { readLessonText, type LessonText } from './lesson-text.ts';
import type { Problem } from './problem.ts';
import type { ContentReader } from './reader.ts';
import { EMPTY_REGISTER, readRegister, type Register, type RegisteredLesson } from './register.ts';
import { shape } from './shape.ts';
import { parseYaml, type Path, type YamlFile } from './yaml-file.ts';

export const COURSE_FILE = 'course.yaml';
export const GLOSSARY_FILE = 'glossary.yaml';
export const SOURCES_FILE = 'sources.yaml';
export const REGISTER_FILE = 'ids.json';
export const WORDS_FILE = 'words.txt';

/** `lessons/NN-slug/quiz.yaml` */
export const quizSchema = v.strictObject({
  questions: v.pipe(v.array(questionSchema), v.description('Scored questions, in order.')),
  checks: v.optional(
    v.pipe(
      v.array(questionSchema),
      v.description('Unscored questions, placed in the text with <Check id="…" />.'),
    ),
    [],
  ),
});

/** `lessons/NN-slug/exam.yaml` */
export const examSchema = v.strictObject({
  questions: v.pipe(
    v.array(questionSchema),
    v.description('Questions of the final assessment, written like those of quiz.yaml.'),
  ),
});

/** `lessons/NN-slug/labs.yaml` */
export const labsSchema = v.strictObject({
  labs: v.pipe(
    v.array(labSchema),
    v.description('Practice, placed in the text with <Practice id="…" />.'),
  ),
});

/** A course in good shape, with what the checks need to point at its files. */
export interface LoadedCourse {
  readonly course: Course<Question>;
  /** Undefined where `ids.json` can't be trusted; `registerFlaw` says why. */
  readonly register: Register | undefined;
  readonly registerFlaw: string | undefined;
  /** Exact words of the sources that must be quoted, by the source's id. */
  readonly digests: ReadonlyMap<string, Digest>;
  /** Lesson texts by folder. */
  readonly texts: ReadonlyMap<string, LessonText>;
  /** Lines of `words.txt`: correct words that no dictionary knows. */
  readonly words: readonly string[];
  /** Every file, as paths below the lessons folder. */
  readonly files: readonly string[];
  lineOf(file: string, path: Path): number;
}

/** `loaded` is there unless the shape of something is broken; the problems then say what. */
export interface LoadResult {
  readonly loaded: LoadedCourse | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a whole course. Never throws for bad content: all problems of shape come back at once. */
export async function loadCourse(reader: ContentReader): Promise<LoadResult> {
  const problems: Problem[] = [];
  const yamls = new Map<string, YamlFile>();

  function shaped<T>(file: string, schema: v.GenericSchema<unknown, T>, yaml: YamlFile) {
    yamls.set(file, yaml);
    const result = shape(schema, yaml);
    problems.push(...result.problems);
    return result.value;
  }

  function read(file: string): string | undefined {
    const text = reader.read(file);
    if (!text?.startsWith(BYTE_ORDER_MARK)) return text;
    problems.push(byteOrderMark(file));
    return text.slice(BYTE_ORDER_MARK.length);
  }

  function readYaml<T>(file: string, schema: v.GenericSchema<unknown, T>, ifMissing?: T) {
    const text = read(file);
    if (text !== undefined) return shaped(file, schema, parseYaml(file, text));
    if (ifMissing !== undefined) return ifMissing;
    problems.push(missingFile(file));
    return undefined;
  }

  function readDigests(sources: Readonly<Record<string, Source>>) {
    const quoted = Object.keys(sources).filter((id) => sources[id]?.quoted);
    return new Map(
      quoted.map((id): [string, Digest] => {
        const file = readYaml(digestFile(id), digestSchema);
        return [id, readDigest(file?.sessions ?? {})];
      }),
    );
  }

  const config = readYaml(COURSE_FILE, courseSchema);
  const glossary = readYaml(GLOSSARY_FILE, glossarySchema, {});
  const sources = readYaml(SOURCES_FILE, sourcesSchema, {});
  const digests = readDigests(sources ?? {});
  const { register, flaw } = readRegisterFile(reader);
  const texts = new Map<string, LessonText>();
  const lessons: Lesson<Question>[] = [];

  for (const folder of lessonFolders(reader)) {
    const name = FOLDER.exec(folder)?.[1];
    if (name === undefined) {
      problems.push(malformedFolder(folder));
      continue;
    }
    const file = `${folder}/index.md`;
    const source = read(file);
    if (source === undefined) problems.push(missingFile(file));
    const text = await readLessonText(source ?? '');
    texts.set(folder, text);
    if (source !== undefined && text.frontmatter === '') problems.push(noFrontmatter(file));
    problems.push(...text.flaws.map((flaw) => ({ ...flaw, file, severity: 'error' as const })));
    const meta =
      source === undefined || text.frontmatter === ''
        ? undefined
        : shaped(file, lessonSchema, parseYaml(file, text.frontmatter, 2));
    const quiz = readYaml(`${folder}/quiz.yaml`, quizSchema);
    const claims = readYaml(`${folder}/claims.yaml`, claimsSchema, { claims: [] });
    const labs = readYaml(`${folder}/labs.yaml`, labsSchema, { labs: [] });
    const exam = readYaml(`${folder}/exam.yaml`, examSchema, { questions: [] });
    if (!meta || !quiz || !claims || !labs || !exam) continue;
    const registered = register?.lessons[name];
    const own = { ...quiz, ...claims, ...labs, exam: exam.questions };
    lessons.push(toLesson(name, folder, meta, text, own, registered));
  }

  if (lessons.length === 0 && problems.length === 0) problems.push(NO_LESSONS);
  if (problems.length > 0 || !config || !glossary || !sources)
    return { loaded: undefined, problems };
  return {
    loaded: {
      course: {
        config,
        lessons,
        glossary: new Map(Object.entries(glossary)),
        sources: new Map(Object.entries(sources)),
      },
      register,
      registerFlaw: flaw,
      digests,
      texts,
      words: (reader.read(WORDS_FILE) ?? '').split(/\r?\n/).filter((word) => word !== ''),
      files: reader.files,
      lineOf: (file, path) => yamls.get(file)?.lineOf(path) ?? 1,
    },
    problems: [],
  };
}

const FOLDER = /^\d{2,}-((?!(?:constructor|prototype)$)[a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Top-level folders in order of their names; the number in front decides. */
function lessonFolders(reader: ContentReader): string[] {
  const folders = reader.files.flatMap((file) => /^([^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].sort(
    (a, b) => parseInt(a, 10) - parseInt(b, 10) || (a < b ? -1 : 1),
  );
}

function readRegisterFile(reader: ContentReader) {
  const text = reader.read(REGISTER_FILE);
  return text === undefined ? { register: EMPTY_REGISTER, flaw: undefined } : readRegister(text);
}

function toLesson(
  id: string,
  folder: string,
  meta: LessonMeta,
  text: LessonText,
  own: {
    questions: AuthoredQuestion[];
    checks: AuthoredQuestion[];
    exam: AuthoredQuestion[];
    labs: AuthoredLab[];
    claims: Claim[];
  },
  registered: RegisteredLesson | undefined,
): Lesson<Question> {
  const numbered = <T extends { id: string }>(item: T) => ({
    ...item,
    number: registered?.questions[item.id] ?? 0,
  });
  return {
    ...meta,
    id,
    folder,
    number: registered?.number ?? 0,
    parts: text.parts.map(({ title }) => title),
    questions: own.questions.map(numbered),
    checks: own.checks.map(numbered),
    exam: own.exam.map(numbered),
    labs: own.labs.map(numbered),
    claims: own.claims,
  };
}

function missingFile(file: string): Problem {
  return {
    file,
    line: 1,
    severity: 'error',
    rule: 'content/missing-file',
    message: 'The file is missing.',
    hint: file.endsWith(DIGEST_ENDING)
      ? 'Make it with `npm run digest`; its --help tells how.'
      : 'Add it; `npm run new:lesson` shows what belongs into a lesson’s folder.',
  };
}

function noFrontmatter(file: string): Problem {
  return {
    file,
    line: 1,
    severity: 'error',
    rule: 'lesson/no-frontmatter',
    message: 'The keys of the lesson are missing, or not between two lines of three hyphens.',
    hint: 'Begin the file with a line `---`, then the keys (title: …), then a line `---`.',
  };
}

const BYTE_ORDER_MARK = '\uFEFF';

function byteOrderMark(file: string): Problem {
  return {
    file,
    line: 1,
    severity: 'error',
    rule: 'content/byte-order-mark',
    message:
      'The file begins with a byte order mark, which nobody sees and many tools stumble over.',
    hint: 'Save it as UTF-8 without a byte order mark (BOM).',
  };
}

function malformedFolder(folder: string): Problem {
  return {
    file: folder,
    line: 1,
    severity: 'error',
    rule: 'content/malformed-folder',
    message: `“${folder}” is not the name of a lesson’s folder.`,
    hint: 'Name it by number and id, like 07-single-window: two digits, then lower-case words joined by hyphens.',
  };
}

const NO_LESSONS: Problem = {
  file: COURSE_FILE,
  line: 1,
  severity: 'error',
  rule: 'content/no-lessons',
  message: 'The course has no lesson.',
  hint: 'Add one with `npm run new:lesson`.',
};
