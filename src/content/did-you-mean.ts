import { editDistance } from 'cspell-trie-lib';

/** What a change of one letter costs. */
const STEP = 100;

/** The name that somebody meant who wrote `name`; undefined where none is near enough. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = STEP * Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), STEP);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `Did you mean “Term”?`, else all that could be meant, as long as they are few. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean “${near}”?`;
  if (known.length === 0) return 'Known: none yet.';
  const shown = known.slice(0, SHOWN);
  const rest = known.length - shown.length;
  return `Known: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

const SHOWN = 12;
