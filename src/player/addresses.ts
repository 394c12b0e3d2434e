/** Addresses of the screens. They live in the hash, so that a package runs at any depth. */
export const OVERVIEW = '#/';
export const ASSESSMENT = '#/assessment';
export const RESULTS = '#/results';
export const GLOSSARY = '#/glossary';

export function lessonAddress(id: string): `#/${string}` {
  return `#/lesson/${id}`;
}

/** `part`: from 1. */
export function partAddress(id: string, part: number): `#/${string}` {
  return `#/lesson/${id}#part-${part}`;
}

export function quizAddress(id: string): `#/${string}` {
  return `#/lesson/${id}/quiz`;
}

export function labAddress(id: string, lab: string): `#/${string}` {
  return `#/lesson/${id}/lab/${lab}`;
}

export function termAddress(id: string): `#/${string}` {
  return `${GLOSSARY}/${id}`;
}

/** Part that an address of a lesson names, from 1; undefined where it names none. */
export function partInAddress(address: string): number | undefined {
  const part = /#part-([1-9]\d*)$/.exec(address)?.[1];
  return part === undefined ? undefined : Number(part);
}
