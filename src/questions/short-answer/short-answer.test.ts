import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import type { ShortAnswer } from './schema.ts';
import { shortAnswer, typingHint } from './short-answer.ts';

describe('authoring', () => {
  it('takes a question that forgives case and expects no wrong answer', () => {
    expect(
      issuesOf(shortAnswer.schema, authored(example, 'accept', 'refuse', 'exactCase', 'near')),
    ).toEqual([]);
  });

  it.each([
    [{ answers: [] }, 'answers: must have at least 1 answer'],
    [{ answers: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'answers: must have at most 5 answers'],
    [{ answers: [' '] }, 'answers.0: must not be empty'],
    [{ answers: ['x'.repeat(81)] }, 'answers.0: must not be longer than 80 characters'],
    [{ wrong: '' }, 'wrong: must not be empty'],
    [{ accept: ['(a|b)'] }, 'accept.0: must be words, each with a * behind it or none'],
    [{ refuse: ['* a'] }, 'refuse.0: must be words, each with a * behind it or none'],
  ])('refuses %j', (change, issue) => {
    expect(issuesOf(shortAnswer.schema, { ...authored(example), ...change })).toEqual([issue]);
  });

  it('finds an answer of signs alone', () => {
    expect(shortAnswer.findings({ ...example, answers: ['BIEC', '%'] })).toEqual([
      {
        rule: 'quiz/unreadable-answer',
        path: ['answers', 1],
        message: 'The answer “%” has neither letters nor digits, and signs do not count.',
        hint: 'Write the answer in words.',
      },
    ]);
  });

  it('finds a near answer that is right', () => {
    const near = [{ answer: 'the B.I.E.C.', feedback: 'No.' }];
    expect(shortAnswer.findings({ ...example, near })).toEqual([
      {
        rule: 'quiz/near-answer-is-right',
        path: ['near', 0, 'answer'],
        message: 'The near answer “the B.I.E.C.” counts as “BIEC”, which is right.',
        hint: 'Remove it; case, accents, spaces and punctuation make no difference.',
      },
    ]);
  });
});

describe('answering', () => {
  it.each(['', ' ', '\t'])('is not complete with “%s”', (response) => {
    expect(shortAnswer.isComplete(example, response)).toBe(false);
  });

  it('says what does not count', () => {
    expect(typingHint(example)).toBe(
      'Type a word, a name or a number. Capital letters, accents and punctuation do not count.',
    );
    expect(typingHint({ ...example, exactCase: true })).toBe(
      'Type a word, a name or a number. Capital letters count; accents and punctuation do not.',
    );
  });
});

describe('scoring', () => {
  it.each([
    ['BIEC', 4],
    ['the b.i.e.c.', 4],
    ['Border Inter-Agency Executive Council', 4],
    ['Border Integrity Executive Council', 0],
    ['Council', 0],
    ['?', 0],
  ])('%s', (response, credit) => {
    expect(shortAnswer.score(example, response)).toBe(credit);
  });

  it('asks for exact case where the question does', () => {
    const spec = { ...example, exactCase: true };
    expect(['BIEC', 'biec'].map((response) => shortAnswer.score(spec, response))).toEqual([4, 0]);
  });
});

describe('what a teacher would let pass', () => {
  const score = (response: string, change: Partial<ShortAnswer> = {}) =>
    shortAnswer.score({ ...example, ...change }, response);

  it.each([
    ['a letter too few', 'Border Interagncy Executive Council'],
    ['a letter too many', 'Border Interagency Executtive Council'],
    ['a wrong letter', 'Border Interagency Executive Counsil'],
    ['two letters swapped', 'Border Interagecny Executive Council'],
    ['a slip in each long word', 'Border Interagncy Executve Counsil'],
  ])('is %s in a word of more than six letters', (_what, response) => {
    expect(score(response)).toBe(4);
  });

  it.each([
    ['a slip in a short word', 'Boder Interagency Executive Council'],
    ['two slips in a word', 'Border Intragecy Executive Council'],
    ['a word too few', 'Border Executive Council'],
  ])('is not %s', (_what, response) => {
    expect(score(response)).toBe(0);
  });

  it('is no slip in a number, however long', () => {
    expect(score('20160225', { answers: ['20160224'] })).toBe(0);
  });

  it('is whatever holds the words of a pattern, in any order', () => {
    const accept = ['interagency border', 'biec*'];
    expect(score('The council of agencies at the border: interagency', { accept })).toBe(4);
    expect(score('BIECs', { accept })).toBe(4);
    expect(score('an interagency council', { accept })).toBe(0);
  });

  it('is not what holds a word that spoils it, nor an answer that is known to be wrong', () => {
    const change = { accept: ['border*'], refuse: ['patrol'] };
    expect(score('the border council', change)).toBe(4);
    expect(score('the border patrol', change)).toBe(0);
    expect(score('Border Integrity Executive Council', change)).toBe(0);
  });

  it('is never refused by what it expects: a listed answer counts', () => {
    expect(score('BIEC', { refuse: ['biec'] })).toBe(4);
  });

  it('goes to an LMS as the first answer, so that comparing agrees', () => {
    const spec = { ...example, accept: ['border*'] };
    expect(shortAnswer.interaction(spec, 'a border council')).toMatchObject({
      response: 'Border Interagency Executive Council',
    });
  });
});

describe('feedback', () => {
  const RIGHT = { right: true, text: example.right };

  it('names the mistake that was expected, however it is typed', () => {
    const near = { right: false, text: example.near[0]?.feedback };
    expect(shortAnswer.feedback(example, 'border integrity executive council')).toEqual([
      near,
      RIGHT,
    ]);
  });

  it('helps with any other wrong answer', () => {
    expect(shortAnswer.feedback(example, 'CBP')).toEqual([
      { right: false, text: example.wrong },
      RIGHT,
    ]);
  });
});

describe('the record for an LMS', () => {
  it('holds a right answer as the author wrote it, so that comparing agrees', () => {
    expect(shortAnswer.interaction(example, 'the biec')).toEqual({
      type: 'fill-in',
      response: 'BIEC',
      correct: ['Border Interagency Executive Council', 'BIEC'],
    });
  });

  it('holds a wrong answer as typed', () => {
    expect(shortAnswer.interaction(example, 'the CBP')).toMatchObject({ response: 'the CBP' });
  });
});

describe('saving', () => {
  it('keeps as many characters as the field takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const code = shortAnswer.encode(example, text);
        expect(shortAnswer.decode(example, code)).toBe(text.slice(0, 80));
      }),
    );
  });
});
