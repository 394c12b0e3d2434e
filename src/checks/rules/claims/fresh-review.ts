import type { Rule } from '#src/checks/rule.ts';

/** A lesson is held against its sources once a year. */
export const freshReview: Rule = {
  id: 'claims/stale-review',
  *check({ course, lineOf }, today) {
    const oldest = yearBefore(today);
    for (const { folder, reviewed } of course.lessons) {
      if (reviewed >= oldest) continue;
      const file = `${folder}/index.md`;
      yield {
        file,
        line: lineOf(file, ['reviewed']),
        severity: 'warning',
        rule: 'claims/stale-review',
        message: `The lesson was last checked against its sources on ${reviewed}, over a year ago.`,
        hint: 'Check each sentence in claims.yaml against its source, then set `reviewed` anew.',
      };
    }
  },
  examples: {
    good: [
      {
        name: 'reviewed a year ago to the day',
        files: { '01-boxes/index.md': ["reviewed: '2026-11-24'", "reviewed: '2025-11-25'"] },
      },
    ],
    bad: [
      {
        name: 'reviewed a day earlier',
        files: { '01-boxes/index.md': ["reviewed: '2026-11-24'", "reviewed: '2025-11-24'"] },
        says: [
          'lessons/01-boxes/index.md:14  warning  claims/stale-review\n  The lesson was last checked against its sources on 2025-11-24, over a year ago.\n  Check each sentence in claims.yaml against its source, then set `reviewed` anew.',
        ],
      },
    ],
  },
};

/** The same day a year earlier, as text: dates written YYYY-MM-DD compare as they stand. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
