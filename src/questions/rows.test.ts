import { describe, expect, it } from 'vitest';
import { example } from './matching/example.ts';
import { chooseTarget, findSameTexts, rowMethods, rowVerdict, type RowTask } from './rows.ts';

const text = (name: string) => ({ text: name, feedback: `About ${name}.` });
const TASK: RowTask = {
  rows: [text('seal'), text('bond'), text('bill'), text('crew'), text('pier')],
  targets: ['box', 'ship', 'land'],
  rights: [0, 0, 1, 1, 2],
  wrong: 'Ask where it is.',
};
const rows = rowMethods(() => TASK);

describe('answering', () => {
  it('starts with no target for any row', () => {
    expect(rows.blank(example)).toEqual([null, null, null, null, null]);
  });

  it('is complete with a target for every row', () => {
    expect(rows.isComplete(example, [0, 0, 0, 0, null])).toBe(false);
    expect(rows.isComplete(example, [0, 0, 0, 0, 0])).toBe(true);
  });

  it('chooses a target, chooses another, and takes the choice back', () => {
    expect(chooseTarget([null, 1], 0, 2)).toEqual([2, 1]);
    expect(chooseTarget([2, 1], 0, 0)).toEqual([0, 1]);
    expect(chooseTarget([2, 1], 1, null)).toEqual([2, null]);
  });
});

describe('scoring five rows', () => {
  it.each([
    ['all right', [0, 0, 1, 1, 2], 4],
    ['four right', [0, 0, 1, 1, 0], 3],
    ['three right', [0, 0, 1, 0, 0], 2],
    ['two right', [0, 0, 2, 0, 0], 1],
    ['one right', [1, 0, 2, 0, 0], 0],
    ['none right', [1, 1, 0, 0, 0], 0],
  ])('%s', (_case, response, credit) => {
    expect(rows.score(example, response)).toBe(credit);
  });
});

describe('the tally', () => {
  it('counts the rows that are right', () => {
    expect(rows.tally(example, [0, 1, 1, 1, 2])).toBe('4 of 5 right');
  });
});

describe('feedback', () => {
  it('tells what went wrong, then about each row', () => {
    expect(rows.feedback(example, [0, 1, 1, 1, 2])).toEqual([
      { right: false, text: 'Ask where it is.' },
      { option: 0, right: true, text: 'About seal.' },
      { option: 1, right: false, text: 'About bond.' },
      { option: 2, right: true, text: 'About bill.' },
      { option: 3, right: true, text: 'About crew.' },
      { option: 4, right: true, text: 'About pier.' },
    ]);
  });

  it('tells about each row alone where all are right', () => {
    const feedback = rows.feedback(example, TASK.rights);
    expect(feedback.map(({ option }) => option)).toEqual([0, 1, 2, 3, 4]);
  });

  it('says in words what a mark shows', () => {
    const remark = { right: false, text: 'Why.' };
    expect(rowVerdict(remark).words).toBe('Wrong');
    expect(rowVerdict({ ...remark, right: true }).words).toBe('Right');
  });
});

describe('the record', () => {
  it('pairs letters of rows with numbers of targets', () => {
    expect(rows.interaction(example, [2, 0, 1, 1, 2])).toEqual({
      type: 'matching',
      response: [
        ['a', '3'],
        ['b', '1'],
        ['c', '2'],
        ['d', '2'],
        ['e', '3'],
      ],
      correct: [
        ['a', '1'],
        ['b', '1'],
        ['c', '2'],
        ['d', '2'],
        ['e', '3'],
      ],
    });
  });
});

describe('saving', () => {
  it('takes one integer, a digit for each row', () => {
    expect(rows.encode(example, [null, null, null, null, null])).toEqual([0]);
    expect(rows.encode(example, [null, null, null, 0, 2])).toEqual([7]);
    expect(rows.decode(example, [7])).toEqual([null, null, null, 0, 2]);
  });

  it('stays within 1,000,000 with the most rows and targets of either kind', () => {
    const most = (count: number, targets: number) => {
      const task = { ...TASK, rows: TASK.rows, targets: Array<string>(targets).fill('x') };
      const last = Array<number>(count).fill(targets - 1);
      return rowMethods(() => task).encode(example, last)[0];
    };
    expect(most(6, 8)).toBe(531_440);
    expect(most(8, 4)).toBe(390_624);
  });

  it.each([[[]], [[1024]], [[-1]], [[0.5]], [[1, 1]]])('refuses the code %j', (code) => {
    expect(rows.decode(example, code)).toBeUndefined();
  });
});

describe('findSameTexts', () => {
  it('finds every text that was there before, whatever its capitals', () => {
    expect(findSameTexts(['Seal', 'Bond', 'seal'], (index) => ['extras', index])).toEqual([
      {
        rule: 'quiz/same-text',
        path: ['extras', 2],
        message: '“seal” is there twice, and they can’t be told apart.',
        hint: 'Write something else, or leave one out.',
      },
    ]);
  });
});
