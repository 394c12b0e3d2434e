import type { Case, ForcedLabor, Link, Paper, Route } from './scenario.ts';
import { papersOf, type Numbered, type State } from './state.ts';

/** Why CBP is not persuaded, and by what link. */
export interface Refusal {
  readonly why: keyof ForcedLabor['refusals'];
  readonly link?: Link;
}

/** Why a file does not persuade CBP; undefined where it does. */
export function refusalOf(
  one: Case,
  route: Exclude<Route, 'export'>,
  file: readonly Numbered[],
): Refusal | undefined {
  if (route === 'both') return { why: 'mixed' };
  if (file.every(({ paper }) => paper.kind === 'claim')) return { why: 'letter' };
  return route === 'scope' ? scopeRefusal(one, file) : exceptionRefusal(one, file);
}

function scopeRefusal(one: Case, file: readonly Numbered[]): Refusal | undefined {
  if (file.some(({ paper }) => paper.kind === 'conduct')) return { why: 'mixed' };
  const reached = papersOf(one).find(({ paper }) => paper.reaches);
  if (reached) return { why: 'reached', link: reached.link };
  return traceRefusal(one, file);
}

/** The Act sets three conditions: guidance followed, inquiries answered, evidence clear and convincing. */
function exceptionRefusal(one: Case, file: readonly Numbered[]): Refusal | undefined {
  if (one.fits === 'scope') return { why: 'conceded' };
  if (!hasAll(one, file, ['guidance', 'inquiry'])) return { why: 'unmet' };
  if (one.fits === 'export' || !hasAll(one, file, ['conduct'])) return { why: 'unclear' };
  return traceRefusal(one, file);
}

function traceRefusal(one: Case, file: readonly Numbered[]): Refusal | undefined {
  const stray = file.find(({ paper }) => paper.kind === 'stray');
  if (stray) return { why: 'stray', link: stray.link };
  const gap = one.links.find(
    (link) => isTraceable(link) && !file.some((piece) => piece.link === link && isTrace(piece)),
  );
  return gap && { why: 'gap', link: gap };
}

function isTrace({ paper }: Pick<Numbered, 'paper'>): boolean {
  return paper.kind === 'trace';
}

function isTraceable({ papers }: Link): boolean {
  return papers.some((paper) => isTrace({ paper }));
}

/** Does the file have every paper of these kinds, and is there one of each? */
function hasAll(one: Case, file: readonly Numbered[], kinds: readonly Paper['kind'][]): boolean {
  return kinds.every((kind) => {
    const wanted = papersOf(one).filter(({ paper }) => paper.kind === kind);
    return wanted.length > 0 && wanted.every(({ number }) => has(file, number));
  });
}

function has(file: readonly Numbered[], number: number): boolean {
  return file.some((piece) => piece.number === number);
}

/** Did the importer see that the Act reaches the goods, and that proof was refused? */
export function isInformed(one: Case, { asked }: State): boolean {
  const seen = papersOf(one).filter(({ number }) => asked.includes(number));
  const isReached = seen.some(({ paper }) => paper.reaches);
  return isReached && seen.some(({ paper }) => paper.kind === 'refused');
}

const DECISIVE: Readonly<Record<Case['fits'], readonly Paper['kind'][]>> = {
  scope: ['trace'],
  exception: ['trace', 'conduct', 'guidance', 'inquiry'],
  export: ['refused'],
};

/** What an expert asks for in a case. */
export function decisivePapers(one: Case): readonly Numbered[] {
  return papersOf(one).filter(
    ({ paper: { kind, reaches } }) => DECISIVE[one.fits].includes(kind) || reaches === true,
  );
}
