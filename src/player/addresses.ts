/** Addresses of the screens. They live in the hash, so that a package runs at any depth. */
export const OVERVIEW = '#/';
export const ASSESSMENT = '#/assessment';
export const RESULTS = '#/results';

export function lessonAddress(id: string): `#/${string}` {
  return `#/lesson/${id}`;
}

export function quizAddress(id: string): `#/${string}` {
  return `#/lesson/${id}/quiz`;
}
