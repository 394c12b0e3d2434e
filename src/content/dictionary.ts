import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

const require = createRequire(import.meta.url);

type Dictionary = ReturnType<typeof decodeTrie>;

let dictionary: Dictionary | undefined;

/**
 * Is it an American English word, in this case or as the first of a sentence? By the dictionary of
 * cspell, which is read once, when it is first asked.
 */
export function isEnglish(word: string): boolean {
  dictionary ??= readDictionary();
  const plain = word.replaceAll('’', "'");
  return dictionary.has(plain) || (isCapitalized(plain) && dictionary.has(plain.toLowerCase()));
}

function isCapitalized(word: string): boolean {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(word);
}

function readDictionary(): Dictionary {
  const packed = readFileSync(
    join(dirname(require.resolve('@cspell/dict-en_us')), 'en_US.trie.gz'),
  );
  return decodeTrie(gunzipSync(packed));
}
