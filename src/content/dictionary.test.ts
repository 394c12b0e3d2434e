import { expect, it } from 'vitest';
import { isEnglish } from './dictionary.ts';

it.each(['container', 'Container', 'color', 'don’t', 'Mexican', 'Atlanta'])(
  'knows an American word: %s',
  (word) => expect(isEnglish(word)).toBe(true),
);

it.each(['contaner', 'mexican', 'atlanta', 'coNtainer', 'colour'])('does not know: %s', (word) =>
  expect(isEnglish(word)).toBe(false),
);
