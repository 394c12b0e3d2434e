import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { allQuestions } from './all-questions.ts';

/** A finding that an author lets stand, at the question or the text that it is about. */
interface Exception {
  readonly rule: string;
  readonly file: string;
  /** Lines whose findings it lets stand, both included. */
  readonly from: number;
  readonly to: number;
  /** Where it is written. */
  readonly line: () => number;
}

/** Rules whose findings may stand; the others guard what the engine relies on. */
const MAY_STAND = /^(quiz|text)\//;

/**
 * The problems without those that an exception covers, and a warning for each exception that
 * covers none: `lint:` of a question, `<!-- lint-ok rule: why -->` before a line of a lesson.
 */
export function applyExceptions(loaded: LoadedCourse, problems: readonly Problem[]): Problem[] {
  const exceptions = [...questionExceptions(loaded), ...textExceptions(loaded)];
  if (exceptions.length === 0) return [...problems];
  const byRule = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const key = keyOf(exception);
    byRule.set(key, [...(byRule.get(key) ?? []), exception]);
  }
  const used = new Set<Exception>();
  const left = problems.filter((problem) => {
    const covering =
      MAY_STAND.test(problem.rule) && byRule.get(keyOf(problem))?.find(covers(problem));
    if (covering) used.add(covering);
    return !covering;
  });
  return [...left, ...exceptions.filter((exception) => !used.has(exception)).map(unused)];
}

function keyOf({ file, rule }: { readonly file: string; readonly rule: string }): string {
  return `${file} ${rule}`;
}

function covers({ line }: Problem) {
  return ({ from, to }: Exception) => line >= from && line <= to;
}

function unused({ file, line, rule }: Exception): Problem {
  return {
    file,
    line: line(),
    severity: 'warning',
    rule: 'lint/unused-exception',
    message: `The exception from ${rule} lets nothing stand.`,
    hint: 'Remove it, or correct the name of the rule and its place.',
  };
}

function* questionExceptions(loaded: LoadedCourse): Generator<Exception> {
  const starts = new Map<string, number[]>();
  const placed = [...allQuestions(loaded)].filter(({ question }) => question.lint !== undefined);
  for (const { file } of placed) if (!starts.has(file)) starts.set(file, []);
  for (const { file, path } of allQuestions(loaded)) {
    starts.get(file)?.push(loaded.lineOf(file, path));
  }
  for (const { question, file, path } of placed) {
    const from = loaded.lineOf(file, path);
    const next = starts.get(file)?.filter((start) => start > from) ?? [];
    const to = Math.min(...next, Infinity) - 1;
    for (const [index, { rule }] of (question.lint ?? []).entries()) {
      yield { rule, file, from, to, line: () => loaded.lineOf(file, [...path, 'lint', index]) };
    }
  }
}

/** A remark without a reason is none. */
function* textExceptions({ texts }: LoadedCourse): Generator<Exception> {
  for (const [folder, { remarks }] of texts) {
    for (const { rule, because, line, speaksOf } of remarks) {
      const at = because === '' ? 0 : speaksOf;
      yield { rule, file: `${folder}/index.md`, from: at, to: at, line: () => line };
    }
  }
}
