import { suggestion } from '#src/content/did-you-mean.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { allCitations } from '#src/checks/all-citations.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

/** A name in one file that must be defined in another. */
interface Reference {
  readonly file: string;
  readonly line: number;
  /** What kind of thing it names, and the file that defines those. */
  readonly kind: 'module' | 'source' | 'objective' | 'part' | 'lesson' | 'term' | 'check' | 'lab';
  readonly name: string;
  readonly known: readonly string[];
}

const DEFINED_IN: Readonly<Record<Reference['kind'], string>> = {
  module: 'course.yaml',
  source: 'sources.yaml',
  objective: 'the lesson’s index.md',
  part: 'the lesson’s text',
  lesson: 'a lesson’s folder',
  term: 'glossary.yaml',
  check: '`checks:` in the lesson’s quiz.yaml',
  lab: 'the lesson’s labs.yaml',
};

/** Whatever is named is defined: modules, sources, objectives, parts, lessons, terms, checks. */
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
        ],
      },
      {
        name: 'a question names a part that its lesson does not have',
        files: {
          '01-boxes/quiz.yaml': ['bloom: understand', 'bloom: understand\n    part: Three boxes'],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:7  error  content/unknown-reference\n  There is no part “Three boxes” in the lesson’s text.\n  Known: Two boxes.',
        ],
      },
      {
        name: 'a question cites a source that nobody listed',
        files: { '01-boxes/quiz.yaml': ['source: recap', 'source: recapp'] },
        says: [
          'lessons/01-boxes/quiz.yaml:8  error  content/unknown-reference\n  There is no source “recapp” in sources.yaml.\n  Did you mean “recap”?',
        ],
      },
      {
        name: 'a claim cites a source that nobody listed',
        files: {
          '01-boxes/claims.yaml':
            'claims:\n  - says:\n      - One is red\n    cites:\n      - source: order\n',
        },
        says: [
          'lessons/01-boxes/claims.yaml:5  error  content/unknown-reference\n  There is no source “order” in sources.yaml.\n  Known: recap.',
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
        files: { '02-more-boxes/index.md': ['green', 'green\n\n<Check id="quick-check" />\n\nSo'] },
        says: [
          'lessons/02-more-boxes/index.md:21  error  content/unknown-reference\n  There is no check “quick-check” in `checks:` in the lesson’s quiz.yaml.\n  Known: none yet.',
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
    hint: suggestion(name, known),
  };
}

function* references(loaded: LoadedCourse): Generator<Reference> {
  yield* lessonReferences(loaded);
  yield* questionReferences(loaded);
  yield* labReferences(loaded);
  yield* citedReferences(loaded);
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
  for (const { question, lesson, file, path } of allQuestions(loaded)) {
    const known = lesson.objectives.map(({ id }) => id);
    const line = loaded.lineOf(file, [...path, 'objective']);
    yield { file, line, kind: 'objective', name: question.objective, known };
    if (question.part === undefined) continue;
    const at = loaded.lineOf(file, [...path, 'part']);
    yield { file, line: at, kind: 'part', name: question.part, known: lesson.parts };
  }
}

function* labReferences({ course, lineOf }: LoadedCourse): Generator<Reference> {
  for (const { folder, labs, objectives } of course.lessons) {
    const file = `${folder}/labs.yaml`;
    for (const [index, { objective: name }] of labs.entries()) {
      const line = lineOf(file, ['labs', index, 'objective']);
      yield { file, line, kind: 'objective', name, known: idsOf(objectives) };
    }
  }
}

function* citedReferences(loaded: LoadedCourse): Generator<Reference> {
  const known = [...loaded.course.sources.keys()];
  for (const { citation, file, path } of allCitations(loaded)) {
    const line = loaded.lineOf(file, [...path, 'source']);
    yield { file, line, kind: 'source', name: citation.source, known };
  }
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

const NAMED_BY_ID: Readonly<Record<string, 'term' | 'check' | 'lab'>> = {
  Term: 'term',
  Check: 'check',
  Practice: 'lab',
};

function* textReferences({ course, texts }: LoadedCourse): Generator<Reference> {
  const terms = [...course.glossary.keys()];
  for (const { folder, checks, labs } of course.lessons) {
    const file = `${folder}/index.md`;
    for (const { name, id, line } of texts.get(folder)?.components ?? []) {
      const kind = NAMED_BY_ID[name];
      if (kind === undefined) continue;
      const known = { term: terms, check: idsOf(checks), lab: idsOf(labs) };
      yield { file, line, kind, name: id ?? '', known: known[kind] };
    }
  }
}
