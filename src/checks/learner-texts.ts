import type { Lesson } from '#src/course/course.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import { COURSE_FILE, GLOSSARY_FILE } from '#src/content/load-course.ts';
import type { ProseKind } from '#src/content/prose.ts';
import type { Path } from '#src/content/yaml-file.ts';
import type { QuestionText } from '#src/questions/kind.ts';
import { kindOf, type Question } from '#src/questions/registry.ts';
import { allQuestions } from './all-questions.ts';

/** A text that learners read: a sentence of a lesson, or a value of a YAML file. Plain. */
export interface LearnerText {
  readonly text: string;
  readonly role: ProseKind | QuestionText['role'];
  readonly file: string;
  /** Computed when asked: few texts have a problem. */
  readonly line: () => number;
  /** Texts of the same section are read together: a part of a lesson, a question. */
  readonly section: string;
}

/** Every text of the course that learners read, in the order of the lessons. */
export function* learnerTexts(loaded: LoadedCourse): Generator<LearnerText> {
  yield* courseTexts(loaded);
  for (const lesson of loaded.course.lessons) yield* lessonTexts(loaded, lesson);
  yield* questionTexts(loaded);
  for (const lesson of loaded.course.lessons) yield* labTexts(loaded, lesson);
}

/** Is it running text, rather than a title or a word of a drawing? */
export function isRunning({ role }: LearnerText): boolean {
  return role !== 'heading' && role !== 'label';
}

function* courseTexts(loaded: LoadedCourse): Generator<LearnerText> {
  const { config, glossary } = loaded.course;
  const write = writer(loaded, COURSE_FILE, COURSE_FILE);
  yield write(['title'], 'heading', config.title);
  yield write(['shortTitle'], 'heading', config.shortTitle);
  yield write(['event'], 'heading', config.event);
  yield write(['lede'], 'text', config.lede);
  yield write(['description'], 'text', config.description);
  for (const [index, { title, subtitle }] of config.modules.entries()) {
    yield write(['modules', index, 'title'], 'heading', title);
    yield write(['modules', index, 'subtitle'], 'heading', subtitle);
  }
  for (const [id, { term, definition }] of glossary) {
    const define = writer(loaded, GLOSSARY_FILE, `${GLOSSARY_FILE}#${id}`);
    yield define([id, 'term'], 'heading', term);
    yield define([id, 'definition'], 'text', definition);
  }
}

function* lessonTexts(loaded: LoadedCourse, lesson: Lesson<Question>): Generator<LearnerText> {
  const file = `${lesson.folder}/index.md`;
  const write = writer(loaded, file, file);
  yield write(['title'], 'heading', lesson.title);
  yield write(['summary'], 'text', lesson.summary);
  yield write(['speaker'], 'heading', lesson.speaker);
  for (const [index, { text }] of lesson.objectives.entries()) {
    yield write(['objectives', index, 'text'], 'text', text);
  }
  for (const { text, kind, line, part } of loaded.texts.get(lesson.folder)?.prose ?? []) {
    yield { text, role: kind, file, line: () => line, section: `${file}#part-${part}` };
  }
}

function* questionTexts(loaded: LoadedCourse): Generator<LearnerText> {
  for (const { question, file, path } of allQuestions(loaded)) {
    const write = writer(loaded, file, `${file}#${path.join('/')}`);
    yield write([...path, 'stem'], 'prompt', question.stem);
    for (const { path: own, role, text } of kindOf(question).texts(question)) {
      yield write([...path, ...own], role, text);
    }
    if (question.explanation !== undefined) {
      yield write([...path, 'explanation'], 'feedback', question.explanation);
    }
  }
}

function* labTexts(
  loaded: LoadedCourse,
  { folder, labs }: Lesson<Question>,
): Generator<LearnerText> {
  const file = `${folder}/labs.yaml`;
  for (const [index, { title, intro, invented, scenario }] of labs.entries()) {
    const path = ['labs', index];
    const write = writer(loaded, file, `${file}#${index}`);
    yield write([...path, 'title'], 'heading', title);
    yield write([...path, 'intro'], 'prompt', intro);
    yield write([...path, 'invented'], 'text', invented);
    for (const { path: own, text } of textsIn(scenario)) {
      yield write([...path, 'scenario', ...own], SENTENCE.test(text) ? 'text' : 'label', text);
    }
  }
}

/** Ends like a sentence. */
const SENTENCE = /[.!?…]$/;
/** A name for the model, which no learner reads. */
const NAME = /^[a-z0-9]+([-_.:][a-z0-9]+)*$/;

/** Every text in a scenario, whatever its kind. */
function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') {
    if (!NAME.test(value)) yield { path, text: value };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

function writer(loaded: LoadedCourse, file: string, section: string) {
  return (path: Path, role: LearnerText['role'], text: string): LearnerText => ({
    text,
    role,
    file,
    line: () => loaded.lineOf(file, path),
    section,
  });
}
