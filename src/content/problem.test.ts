import { describe, expect, it } from 'vitest';
import { formatProblems, hasErrors, type Problem } from './problem.ts';

function problem(file: string, line: number, severity: Problem['severity'] = 'error'): Problem {
  return { file, line, severity, rule: 'quiz/rule', message: 'It is so.', hint: 'Do so.' };
}

describe('a list of problems', () => {
  it('stands in the order of files and lines, and ends with its counts', () => {
    const list = formatProblems([
      problem('02-b/quiz.yaml', 3),
      problem('01-a/quiz.yaml', 20, 'warning'),
      problem('01-a/quiz.yaml', 9),
    ]);
    expect(list).toBe(
      [
        'lessons/01-a/quiz.yaml:9  error  quiz/rule\n  It is so.\n  Do so.',
        'lessons/01-a/quiz.yaml:20  warning  quiz/rule\n  It is so.\n  Do so.',
        'lessons/02-b/quiz.yaml:3  error  quiz/rule\n  It is so.\n  Do so.',
        '2 errors, 1 warning',
      ].join('\n\n'),
    );
  });

  it('is only its counts where there is none', () => {
    expect(formatProblems([])).toBe('0 errors, 0 warnings');
  });
});

describe('errors', () => {
  it('are told from warnings', () => {
    expect(hasErrors([problem('a', 1, 'warning')])).toBe(false);
    expect(hasErrors([problem('a', 1, 'warning'), problem('a', 2)])).toBe(true);
  });
});
