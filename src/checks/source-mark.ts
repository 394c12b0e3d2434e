/*
 * Which sentences need a source: those that carry a number, a date, a name or a rule.
 * `docs/decisions/0013-claims-ledger.md` tells why the line runs here.
 */

/** “One” is left out: it is as often a pronoun. So are ordinals, which mostly count steps. */
const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds? ' +
  'thousands? millions? billions? dozens? half halves quarters? thirds percent percentage';

/** “May” is left to the rule on capitals: at the beginning of a sentence it asks or allows. */
const MONTHS = 'January February March April June July August September October November December';

/** “Act”, “CFR” and “U.S.C.” are found as names and abbreviations. */
const RULE_WORDS =
  'must shall required laws? statutes? statutory regulations? rules? may\\snot executive\\sorders?';

/** Numbers, months and words of law, in any place of a sentence. */
const ANYWHERE = [
  /[$€£]?\d[\d,.]*\d|\d/,
  wholeWord(NUMBER_WORDS, 'i'),
  /\b(?:a|one) third\b/i,
  wholeWord(MONTHS, ''),
  wholeWord(RULE_WORDS, 'i'),
];

/** An abbreviation of capitals is a name wherever it stands. */
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+s?(?![\p{L}\p{N}])/u;

/** A capital inside a sentence: not its first word, nor the first behind a colon or a quote. */
const NAME = /(?<=[\p{L}\p{N},;)”’–—-] ?)(?<![\p{L}\p{N}])(?!I\b)\p{Lu}[\p{L}\p{N}’]*/u;

/**
 * What makes a sentence a statement that needs a source: the first number, month, word of law,
 * abbreviation or capitalised name in it. Undefined where it has none.
 */
export function sourceMark(sentence: string): string | undefined {
  for (const mark of [...ANYWHERE, ABBREVIATION, NAME]) {
    const found = mark.exec(sentence)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function wholeWord(words: string, flags: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`,
    `${flags}u`,
  );
}
