import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { caseKind, shownOptions } from './case.ts';
import { example } from './example.ts';
import { openDecision, stepsOf } from './path.ts';
import type { Case, Decision } from './schema.ts';

/** The example with some fields of one decision changed. */
function withDecision(index: number, changes: Partial<Decision>): Case {
  const decisions = example.decisions.map((decision, at) =>
    at === index ? { ...decision, ...changes } : decision,
  );
  return { ...example, decisions };
}

/** The options of a decision of the example, with some fields of one of them changed. */
function withOption(decision: number, index: number, changes: object): Decision['options'] {
  return (example.decisions[decision]?.options ?? []).map((option, at) =>
    at === index ? { ...option, ...changes } : option,
  );
}

describe('authoring', () => {
  const options = example.decisions[0]?.options ?? [];

  it.each([
    [1, 'decisions: must have at least 2 decisions'],
    [7, 'decisions: must have at most 6 decisions'],
  ])('refuses %i decisions', (count, issue) => {
    const decisions = Array.from({ length: count }, () => example.decisions[0]);
    expect(issuesOf(caseKind.schema, { ...authored(example), decisions })).toEqual([issue]);
  });

  it.each([
    ['one option', { options: options.slice(0, 1) }, 'options: must have at least 2 options'],
    [
      'five options',
      { options: [...options, ...options].slice(0, 5) },
      'options: must have at most 4 options',
    ],
    [
      'an option without consequence',
      { options: withOption(0, 1, { consequence: '' }) },
      'options.1.consequence: must not be empty',
    ],
    [
      'an option that earns 3 points',
      { options: withOption(0, 1, { points: 3 }) },
      'options.1.points: Invalid type: Expected (0 | 1 | 2) but received 3',
    ],
    ['an id too long to report', { id: 'a'.repeat(37) }, 'id: must have at most 36 characters'],
  ])('refuses a decision with %s', (_case, changes, issue) => {
    expect(issuesOf(caseKind.schema, authored(withDecision(0, changes)))).toEqual([
      `decisions.0.${issue}`,
    ]);
  });

  it.each([
    [
      'two decisions of one id',
      withDecision(1, { id: 'first', options: example.decisions[1]?.options ?? [] }),
      {
        rule: 'quiz/duplicate-decision',
        path: ['decisions', 1, 'id'],
        message: 'Two decisions have the id “first”.',
        hint: 'Give one of them another id, and see which of them each `next` means.',
      },
    ],
    [
      'a next decision that is not there',
      withDecision(0, { options: withOption(0, 2, { next: 'stanger' }) }),
      {
        rule: 'quiz/unknown-decision',
        path: ['decisions', 0, 'options', 2, 'next'],
        message: '`next` leads to “stanger”, which is no decision of this case.',
        hint: 'Write one of bill, stranger, or leave `next` out to end the case.',
      },
    ],
    [
      'a next decision further up',
      withDecision(2, { options: withOption(2, 1, { next: 'first' }) }),
      {
        rule: 'quiz/decision-not-ahead',
        path: ['decisions', 2, 'options', 1, 'next'],
        message: '`next` leads to “first”, which is not further down.',
        hint: 'Leave `next` out: nothing follows the last decision.',
      },
    ],
    [
      'a decision that leads to itself',
      withDecision(1, { options: withOption(1, 0, { next: 'bill' }) }),
      {
        rule: 'quiz/decision-not-ahead',
        path: ['decisions', 1, 'options', 0, 'next'],
        message: '`next` leads to “bill”, which is not further down.',
        hint: 'Write one of stranger, or leave `next` out to end the case.',
      },
    ],
    [
      'a decision that no path leads to',
      withDecision(0, { options: withOption(0, 1, { next: undefined }) }),
      {
        rule: 'quiz/unreachable-decision',
        path: ['decisions', 1],
        message: 'No path leads to the decision “bill”.',
        hint: 'Write `next: bill` in an option further up, or remove the decision.',
      },
    ],
    [
      'a decision without a best option',
      withDecision(1, { options: withOption(1, 1, { points: 1 }) }),
      {
        rule: 'quiz/no-best-option',
        path: ['decisions', 1, 'options'],
        message: 'No option of the decision “bill” earns full points.',
        hint: 'Write `points: 2` in the option that is best.',
      },
    ],
  ])('finds %s', (_case, spec, finding) => {
    expect(caseKind.findings(spec)).toContainEqual(finding);
  });

  it('ends a path at a wrong `next`, so that a draft of an author can be tried', () => {
    const spec = withDecision(1, { options: withOption(1, 1, { next: 'first' }) });
    expect(caseKind.isComplete(spec, [1, 1])).toBe(true);
  });
});

describe('answering', () => {
  it.each([
    [[], 'first'],
    [[0], 'stranger'],
    [[1], 'bill'],
    [[1, 0], undefined],
    [[1, 1], 'stranger'],
    [[1, 1, 1], undefined],
  ])('after %j it asks %s', (response, id) => {
    expect(openDecision(example, response)?.id).toBe(id);
    expect(caseKind.isComplete(example, response)).toBe(id === undefined);
  });

  it('shows all options of each decision, shuffled for itself', () => {
    const places = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = caseKind.order(example, seed);
        const shown = example.decisions.map((decision) => shownOptions(example, decision, order));
        expect(shown.map((each) => each.toSorted())).toEqual([
          [0, 1, 2],
          [0, 1],
          [0, 1],
        ]);
        places.add(JSON.stringify(shown.slice(1).map(([front]) => front)));
      }),
    );
    expect(places.size).toBe(4);
  });
});

describe('scoring', () => {
  it.each([
    ['the best decisions', [0, 0], 4],
    ['one that is right in part', [2, 0], 3],
    ['one that is poor', [0, 1], 2],
    ['one right in part and one poor', [2, 1], 1],
    ['a detour after a poor decision, then only the best', [1, 1, 0], 2],
    ['a detour with two poor decisions', [1, 1, 1], 1],
    ['an early end', [1, 0], 0],
  ])('%s', (_case, response, credit) => {
    expect(caseKind.score(example, response)).toBe(credit);
  });

  it('gives full credit for the best decisions, however long the way', () => {
    const spec = withDecision(0, { options: withOption(0, 1, { points: 2 }) });
    expect(
      [
        [0, 0],
        [1, 1, 0],
      ].map((path) => caseKind.score(spec, path)),
    ).toEqual([4, 4]);
    expect(caseKind.interaction(spec, [1, 1, 0]).correct).toEqual([
      ['first', 'b'],
      ['bill', 'b'],
      ['stranger', 'a'],
    ]);
  });

  it('reports decisions and options, and the best path', () => {
    expect(caseKind.interaction(example, [1, 0])).toEqual({
      type: 'performance',
      response: [
        ['first', 'b'],
        ['bill', 'a'],
      ],
      correct: [
        ['first', 'a'],
        ['stranger', 'a'],
      ],
    });
  });
});

describe('feedback', () => {
  const consequence = (decision: number, option: number) =>
    example.decisions[decision]?.options[option]?.consequence;

  it('tells what came of each decision, and of the best where it was missed', () => {
    expect(caseKind.feedback(example, [1, 1, 0])).toEqual([
      { option: 0, right: true, text: consequence(0, 0) },
      { option: 1, right: false, text: consequence(0, 1) },
      { option: 4, right: true, text: consequence(1, 1) },
      { option: 5, right: true, text: consequence(2, 0) },
    ]);
  });

  it('tells about the decisions alone where all were best', () => {
    expect(caseKind.feedback(example, [0, 0]).map(({ option }) => option)).toEqual([0, 5]);
  });
});

describe('saving', () => {
  it('keeps the path, finished or not', () => {
    expect(caseKind.encode(example, [1, 1])).toEqual([1, 1]);
    expect(stepsOf(example, caseKind.decode(example, [1, 1]) ?? [])).toHaveLength(2);
  });

  it.each([[[3]], [[-1]], [[0.5]], [[0, 2]], [[0, 0, 0]], [[1, 0, 0]]])(
    'refuses the code %j',
    (code) => {
      expect(caseKind.decode(example, code)).toBeUndefined();
    },
  );

  it('depends on where the options lead', () => {
    const spec = withDecision(0, { options: withOption(0, 1, { next: 'stranger' }) });
    expect(caseKind.wording(spec)).not.toEqual(caseKind.wording(example));
  });
});
