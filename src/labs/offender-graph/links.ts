import { FIELDS, type Dossier, type Field } from './scenario.ts';

/** A link between two files, by their place in the dossier, `a` before `b`. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly field: Field;
}

export function isSame(one: Link, other: Link): boolean {
  return one.a === other.a && one.b === other.b && one.field === other.field;
}

/** Do both files say the same there? */
export function isShared({ files }: Dossier, { a, b, field }: Link): boolean {
  const value = files[a]?.[field];
  return value !== undefined && value === files[b]?.[field];
}

/** Shared, and by something that strangers do not share by chance. */
export function isStrong(dossier: Dossier, link: Link): boolean {
  if (!isShared(dossier, link)) return false;
  const shared = dossier.files[link.a]?.[link.field];
  return !dossier.weak.some(
    ({ field, value }) => field === link.field && (value === undefined || value === shared),
  );
}

/** Where the case begins. */
export function anchorOf({ files, anchor }: Dossier): number {
  return Math.max(
    0,
    files.findIndex(({ id }) => id === anchor),
  );
}

/** All files that can be reached from the first one by these links, itself included. */
export function reached(dossier: Dossier, links: readonly Link[]): ReadonlySet<number> {
  const found = new Set([anchorOf(dossier)]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { a, b } of links) {
      if (found.has(a)) found.add(b);
      else if (found.has(b)) found.add(a);
    }
  }
  return found;
}

/** The files of the actor, in truth. */
export function membersOf({ files }: Dossier): number[] {
  return files.flatMap(({ named }, index) => (named === undefined ? [index] : []));
}

/** A strong link that leads from what is proved to a file that is not; undefined where none is left. */
export function nextStrongLink(dossier: Dossier, proved: ReadonlySet<number>): Link | undefined {
  for (let a = 0; a < dossier.files.length; a++) {
    for (let b = a + 1; b < dossier.files.length; b++) {
      if (proved.has(a) === proved.has(b)) continue;
      for (const field of FIELDS) {
        if (isStrong(dossier, { a, b, field })) return { a, b, field };
      }
    }
  }
  return undefined;
}
