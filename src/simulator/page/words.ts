import type { PackageKind } from '#src/simulator/contract.ts';

/** Name of a standard as people say it. */
export const KIND_NAMES: Readonly<Record<PackageKind, string>> = {
  scorm12: 'SCORM 1.2',
  'scorm2004-3rd': 'SCORM 2004, 3rd edition',
  'scorm2004-4th': 'SCORM 2004, 4th edition',
  web: 'Web edition',
  unknown: 'Not launchable',
};

/** Bytes as people read them: `840 kB`, `1.2 MB`. */
export function showSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}

/** A text cut to `max` characters, with its length where it was cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max)}… (${text.length.toLocaleString('en')} characters)`;
}
