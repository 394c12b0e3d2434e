import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { allCitations } from '#src/checks/all-citations.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Learners see at the foot of a lesson the very sources that it cites. */
export const listedSources: Rule = {
  id: 'claims/listed-sources',
  *check(loaded) {
    const cited = new Map(loaded.course.lessons.map(({ id }) => [id, new Set<string>()]));
    for (const { citation, lesson, file, path } of allCitations(loaded)) {
      const known = cited.get(lesson.id);
      const isNews = !known?.has(citation.source);
      known?.add(citation.source);
      if (!isNews || lesson.sources.includes(citation.source)) continue;
      // A source that nobody listed anywhere is another rule's finding.
      if (!loaded.course.sources.has(citation.source)) continue;
      yield {
        file,
        line: loaded.lineOf(file, [...path, 'source']),
        severity: 'error',
        rule: 'claims/unlisted-source',
        message: `Learners do not see the source “${citation.source}” at the foot of the lesson.`,
        hint: 'Add it to `sources:` of the lesson’s index.md.',
      };
    }
    yield* unused(loaded, cited);
  },
  examples: {
    good: [{ name: 'every source listed is cited', files: {} }],
    bad: [
      {
        name: 'a source that is cited, but not listed',
        files: { '01-boxes/index.md': ['sources:\n  - recap\n', 'sources: []\n'] },
        says: [
          'lessons/01-boxes/quiz.yaml:8  error  claims/unlisted-source\n  Learners do not see the source “recap” at the foot of the lesson.\n  Add it to `sources:` of the lesson’s index.md.',
        ],
      },
      {
        name: 'a source that is listed, but never cited',
        files: {
          'sources.yaml': [
            'recap:',
            "order:\n  title: An order\n  read: whole\n  opened: '2026-11-24'\n  reviewBy: '2027-11-24'\nrecap:",
          ],
          '01-boxes/index.md': ['  - recap\n', '  - recap\n  - order\n'],
        },
        says: [
          'lessons/01-boxes/index.md:14  warning  claims/unused-source\n  Nothing in the lesson cites the source “order”.\n  Cite it in claims.yaml or quiz.yaml, or remove it here.',
        ],
      },
    ],
  },
};

function* unused(
  { course, lineOf }: LoadedCourse,
  cited: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<Problem> {
  for (const { id, folder, sources } of course.lessons) {
    for (const [index, source] of sources.entries()) {
      if (cited.get(id)?.has(source) || !course.sources.has(source)) continue;
      const file = `${folder}/index.md`;
      yield {
        file,
        line: lineOf(file, ['sources', index]),
        severity: 'warning',
        rule: 'claims/unused-source',
        message: `Nothing in the lesson cites the source “${source}”.`,
        hint: 'Cite it in claims.yaml or quiz.yaml, or remove it here.',
      };
    }
  }
}
