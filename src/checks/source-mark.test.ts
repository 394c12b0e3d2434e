import { describe, expect, it } from 'vitest';
import { sourceMark } from './source-mark.ts';

describe('a sentence needs a source', () => {
  it.each([
    ['a number', 'The seal reads 4471808.', '4471808'],
    ['a number with a unit', 'Of high-risk cargo 99.5 percent was scanned.', '99.5'],
    ['a sum of money', 'Her lamps cost $650.', '$650'],
    ['a number in words', 'The panel put the wait at three hours.', 'three'],
    ['a number in words at the beginning', 'Twenty ports fits.', 'Twenty'],
    ['a large number in words', 'It saves hundreds of dollars.', 'hundreds'],
    ['a fraction', 'The dock stands idle half the time.', 'half'],
    ['a third part', 'About a third of the boxes wait.', 'a third'],
    ['a percentage', 'A small percentage is opened.', 'percentage'],
    ['a month', 'December was cold.', 'December'],
    ['a month inside', 'Approval in May covered one call.', 'May'],
    ['a name', 'A load of peppers reaches the border at Nogales.', 'Nogales'],
    ['a name behind a comma', 'By then, Congress had acted.', 'Congress'],
    ['a name with a title', 'In it, Kevin McAleenan speaks.', 'Kevin'],
    ['an abbreviation', 'The boxes wait until CBP releases them.', 'CBP'],
    ['an abbreviation at the beginning', 'ISA is gone.', 'ISA'],
    ['an abbreviation in the plural', 'The PGAs answer.', 'PGAs'],
    ['a duty', 'Brokers must report the client.', 'must'],
    ['a ban', 'The crew may not leave.', 'may not'],
    ['a duty at the beginning', 'Required are a form and a seal.', 'Required'],
    ['a statute', 'This matches the statute.', 'statute'],
    ['a law', 'The law behind it is older.', 'law'],
    ['a rule', 'Rules on this page move fast.', 'Rules'],
    ['an act', 'The value rose with the Act.', 'Act'],
    ['a code', 'See title 19, U.S.C., on permits.', '19'],
    ['an order', 'An executive order asked for criteria.', 'executive order'],
  ])('for %s', (_, sentence, mark) => {
    expect(sourceMark(sentence)).toBe(mark);
  });
});

describe('a sentence needs no source', () => {
  it.each([
    ['without any mark', 'The driver holds out a pen.'],
    ['for its first word', 'Mexican officers come to the dock.'],
    ['for the pronoun “one”', 'One is red, one is green.'],
    ['for an ordinal', 'The second check is by eye.'],
    ['for “I”', 'The driver asks what I see.'],
    ['for what may be', 'The bill may come to you.'],
    ['for a question of leave', 'May she leave out the entry?'],
    ['for a capital behind a colon', 'First question: Who asked?'],
    ['for a capital that opens a quote', 'The agent writes “The box is here”.'],
    ['for words that begin like marks', 'A lawyer fortified the ruler.'],
  ])('%s', (_, sentence) => {
    expect(sourceMark(sentence)).toBeUndefined();
  });
});
