import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

/** A name in one file that must be defined in another. */
interface Reference {
  readonly file: string;
  readonly line: number;
  /** What kind of thing it names, and the file that defines those. */
  readonly kind: 'module' | 'source' | 'objective' | 'lesson' | 'term' | 'check' | 'component';
  readonly name: string;
  readonly known: readonly string[];
}

const DEFINED_IN: Readonly<Record<Reference['kind'], string>> = {
  module: 'course.yaml',
  source: 'sources.yaml',
  objective: 'the lesson’s index.md',
  lesson: 'a lesson’s folder',
  term: 'glossary.yaml',
  check: '`checks:` in the lesson’s quiz.yaml',
  component: 'src/player/authoring/components.ts',
};

/** Whatever is named is defined: modules, sources, objectives, lessons, terms, checks, components. */
export const knownReferences: Rule = {
  id: 'content/unknown-reference',
  *check(loaded) {
    for (const reference of references(loaded)) {
      if (!reference.known.includes(reference.name)) yield unknown(reference);
    }
  },
  examples: {
    good: [{ name: 'everything named is defined', files: {} }],
    bad: [
      {
        name: 'a lesson names a module that course.yaml does not have',
        files: { '01-boxes/index.md': ['module: only', 'module: opening'] },
        says: [
          'lessons/01-boxes/index.md:4  error  content/unknown-reference\n  There is no module “opening” in course.yaml.\n  Known: only.',
        ],
      },
      {
        name: 'a question tests an objective that its lesson does not have',
        files: { '01-boxes/quiz.yaml': ['objective: tell-boxes-apart', 'objective: tell-boxes'] },
        says: [
          'lessons/01-boxes/quiz.yaml:5  error  content/unknown-reference\n  There is no objective “tell-boxes” in the lesson’s index.md.\n  Known: tell-boxes-apart.',
          'lessons/01-boxes/index.md:9  warning  quiz/objective-coverage\n  The objective “tell-boxes-apart” has 1 scored question.\n  Write at least 2 parallel ones under `questions:` in quiz.yaml.',
        ],
      },
      {
        name: 'a question cites a source that nobody listed',
        files: { '01-boxes/quiz.yaml': ['source: recap', 'source: recapp'] },
        says: [
          'lessons/01-boxes/quiz.yaml:8  error  content/unknown-reference\n  There is no source “recapp” in sources.yaml.\n  Known: recap.',
        ],
      },
      {
        name: 'the text uses a term that the glossary does not have',
        files: { '01-boxes/index.md': ['Term id="box"', 'Term id="crate"'] },
        says: [
          'lessons/01-boxes/index.md:19  error  content/unknown-reference\n  There is no term “crate” in glossary.yaml.\n  Known: box.',
        ],
      },
      {
        name: 'the text places a check that the quiz does not have',
        files: { '02-more-boxes/index.md': ['green', 'green\n\n<Check id="quick-check" />\n'] },
        says: [
          'lessons/02-more-boxes/index.md:21  error  content/unknown-reference\n  There is no check “quick-check” in `checks:` in the lesson’s quiz.yaml.\n  Known: none yet.',
        ],
      },
      {
        name: 'the text uses a component that lessons may not',
        files: { '01-boxes/index.md': ['One is red', '<Fireworks />\n\nOne is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  content/unknown-reference\n  There is no component “Fireworks” in src/player/authoring/components.ts.\n  Known: Callout, Check, EditorNote, Figure, SinceThen, Term.',
        ],
      },
      {
        name: 'a lesson asks for a lesson that does not exist',
        files: { '01-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [crates]'] },
        says: [
          'lessons/01-boxes/index.md:8  error  content/unknown-reference\n  There is no lesson “crates” in a lesson’s folder.\n  Known: boxes, more-boxes.',
        ],
      },
    ],
  },
};

function unknown({ file, line, kind, name, known }: Reference): Problem {
  return {
    file,
    line,
    severity: 'error',
    rule: 'content/unknown-reference',
    message: `There is no ${kind} “${name}” in ${DEFINED_IN[kind]}.`,
    hint: `Known: ${known.length === 0 ? 'none yet' : known.join(', ')}.`,
  };
}

function* references(loaded: LoadedCourse): Generator<Reference> {
  yield* lessonReferences(loaded);
  yield* questionReferences(loaded);
  yield* textReferences(loaded);
}

function* lessonReferences({ course, lineOf }: LoadedCourse): Generator<Reference> {
  const modules = course.config.modules.map(({ id }) => id);
  const lessons = course.lessons.map(({ id }) => id);
  const sources = [...course.sources.keys()];
  for (const { folder, module, prerequisites, sources: cited } of course.lessons) {
    const file = `${folder}/index.md`;
    yield { file, line: lineOf(file, ['module']), kind: 'module', name: module, known: modules };
    for (const [index, name] of prerequisites.entries()) {
      const line = lineOf(file, ['prerequisites', index]);
      yield { file, line, kind: 'lesson', name, known: lessons };
    }
    for (const [index, name] of cited.entries()) {
      const line = lineOf(file, ['sources', index]);
      yield { file, line, kind: 'source', name, known: sources };
    }
  }
}

function* questionReferences(loaded: LoadedCourse): Generator<Reference> {
  const sources = [...loaded.course.sources.keys()];
  for (const { question, lesson, file, path } of allQuestions(loaded)) {
    const known = lesson.objectives.map(({ id }) => id);
    const line = loaded.lineOf(file, [...path, 'objective']);
    yield { file, line, kind: 'objective', name: question.objective, known };
    for (const [index, { source }] of question.cites.entries()) {
      const citeLine = loaded.lineOf(file, [...path, 'cites', index, 'source']);
      yield { file, line: citeLine, kind: 'source', name: source, known: sources };
    }
  }
}

const NAMED_BY_ID: Readonly<Record<string, 'term' | 'check'>> = { Term: 'term', Check: 'check' };

function* textReferences({ course, texts, components }: LoadedCourse): Generator<Reference> {
  const terms = [...course.glossary.keys()];
  for (const { folder, checks } of course.lessons) {
    const file = `${folder}/index.md`;
    for (const { name, id, line } of texts.get(folder)?.components ?? []) {
      yield { file, line, kind: 'component', name, known: components };
      const kind = NAMED_BY_ID[name];
      if (kind === undefined) continue;
      const known = kind === 'term' ? terms : checks.map((check) => check.id);
      yield { file, line, kind, name: id ?? '', known };
    }
  }
}
