import type { LaunchOptions } from '#src/simulator/contract.ts';
import type { LearnerRecord } from './record.ts';

/** Where records are kept: `localStorage`, or a stand-in in tests. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whose record it is: an LMS keeps learners, packages and attempts apart. */
export type RecordKey = Pick<LaunchOptions, 'package' | 'learnerId' | 'attempt'>;

/** A storage that lives as long as the page. */
export function memoryStore(): Store {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** The browser’s storage; where a browser denies it (a frame in a foreign page), one in memory. */
export function browserStore(): Store {
  try {
    return window.localStorage;
  } catch {
    return memoryStore();
  }
}

/** Name of a record. Courses share the origin, and so the storage: the prefix keeps them apart. */
export const recordName = (key: RecordKey): string =>
  `lms-simulator:${JSON.stringify([key.package, key.learnerId, key.attempt])}`;

/** Reads a record; undefined if there is none, or none that can be read. */
export function loadRecord(store: Store, key: RecordKey): LearnerRecord | undefined {
  try {
    const parsed: unknown = JSON.parse(store.getItem(recordName(key)) ?? 'null');
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record. Throws if the storage is full or denied. */
export function saveRecord(store: Store, key: RecordKey, record: LearnerRecord): void {
  store.setItem(recordName(key), JSON.stringify(record));
}

/** Forgets a record. */
export function removeRecord(store: Store, key: RecordKey): void {
  store.removeItem(recordName(key));
}

function isRecord(value: unknown): value is LearnerRecord {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'values' in value &&
    typeof value.values === 'object' &&
    'lastCommit' in value &&
    'sessions' in value
  );
}
