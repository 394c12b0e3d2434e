/** Something wrong with the authored content, told as a compiler would. */
export interface Problem {
  /** Path below the lessons folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  /** `group/name`, such as `quiz/no-correct-option`. */
  readonly rule: string;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}

/** `lessons/03-x/quiz.yaml:14  error  quiz/no-correct-option`, then what is wrong, then what to do. */
export function formatProblem(problem: Problem): string {
  const place = `lessons/${problem.file}:${problem.line}`;
  return `${place}  ${problem.severity}  ${problem.rule}\n  ${problem.message}\n  ${problem.hint}`;
}

/** All problems in the order of the files, and one line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
  return [...sorted.map(formatProblem), counts].join('\n\n');
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
