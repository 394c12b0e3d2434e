/** Where content comes from: the disk, or a map of texts in tests. Paths use forward slashes. */
export interface ContentReader {
  /** Every file, as paths below the lessons folder. */
  readonly files: readonly string[];
  /** The text of a file, undefined where there is none. */
  read(file: string): string | undefined;
}

/** A reader over texts in memory. */
export function memoryReader(texts: Readonly<Record<string, string>>): ContentReader {
  return { files: Object.keys(texts), read: (file) => texts[file] };
}
