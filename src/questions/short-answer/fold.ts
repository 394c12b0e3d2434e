/* What two typed texts have in common where they mean the same. */

const ARTICLES: readonly string[] = ['a', 'an', 'the'];

/** Zero to twenty, each at the place of its number. */
const NUMBER_WORDS: readonly string[] = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
  ...['eighteen', 'nineteen', 'twenty'],
];

/** A number with its sign, thousands separators and decimals; or letters; or one other numeral. */
const WORDS =
  /(?:(?<![\p{L}\p{N}])-)?(?:\d{1,3}(?:[,\s]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\p{L}+|\p{N}/gu;

const MINUS = /[\u2212\u2013]/g;

/** Two numbers stay apart; nothing else needs the space between words. */
const NEEDLESS_SPACE = /(?<!\d) | (?!-?\d)/g;

/**
 * The text reduced to what matters: `The “Border–Council”, é` → `bordercouncile`. Accents, spaces,
 * punctuation, a leading article and (but for `exactCase`) case are gone; numbers are plain digits:
 * `Eleven` → `11`, `1,460` → `1460`. Empty where the text has neither letters nor digits.
 */
export function fold(text: string, exactCase: boolean): string {
  return withoutArticle(wordsIn(text, exactCase))
    .map(plainWord)
    .join(' ')
    .replace(NEEDLESS_SPACE, '');
}

/** Its words in the same plain form, one by one, without any article. */
export function foldedWords(text: string, exactCase: boolean): readonly string[] {
  return wordsIn(text, exactCase)
    .filter((word) => !ARTICLES.includes(word.toLowerCase()))
    .map(plainWord);
}

function wordsIn(text: string, exactCase: boolean): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(MINUS, '-');
  return (exactCase ? plain : plain.toLowerCase()).match(WORDS) ?? [];
}

function withoutArticle(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  return rest.length > 0 && ARTICLES.includes(first.toLowerCase()) ? rest : words;
}

function plainWord(word: string): string {
  const number = NUMBER_WORDS.indexOf(word.toLowerCase());
  return number >= 0 ? String(number) : word.replace(/[,\s]/g, '');
}
