import { lintPackage } from './lint-package.ts';
import type { Finding } from './lint-package.ts';
import type { PackagedCourse } from './packager.ts';
import type { PlayerBuild } from './player-build.ts';
import { findPackager } from './registry.ts';
import { zipFiles } from './zip.ts';

/** A package ready to be written to disk. */
export interface CoursePackage {
  readonly zip: Uint8Array;
  /** Number of files in it. */
  readonly fileCount: number;
  readonly warnings: readonly Finding[];
}

/** A package that no LMS would take, with all that is wrong with it. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
  readonly findings: readonly Finding[];

  constructor(format: string, findings: readonly Finding[]) {
    const lines = findings.map(
      ({ file, rule, message }) => `  ${file}  error  ${rule}\n    ${message}`,
    );
    super(
      `The ${format} package was not written. Problems: ${findings.length}\n${lines.join('\n')}`,
    );
    this.findings = findings;
  }
}

/** Moodle keeps titles in 255 characters and fails on more (docs/lms/moodle.md, "Manifest and zip"). */
const MAX_TITLE = 255;

/**
 * Packages a course. For several formats pass the same `player`: what they share is made once.
 * @throws Error for an unknown format; PackagingError for a package that LMSs would refuse.
 */
export async function packageCourse(
  course: PackagedCourse,
  player: PlayerBuild,
  format: string,
): Promise<CoursePackage> {
  const files = await findPackager(format).files(course, player);
  const findings = [...lintCourse(course), ...lintPackage(files)];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PackagingError(format, errors);
  return { zip: zipFiles(files), fileCount: files.size, warnings: findings };
}

function* lintCourse({ title }: PackagedCourse): Iterable<Finding> {
  const { length } = Array.from(title);
  if (length <= MAX_TITLE) return;
  yield {
    severity: 'error',
    rule: 'package/title',
    file: '.',
    message: `The course title has ${length} characters; LMSs take ${MAX_TITLE}. Shorten it.`,
  };
}
