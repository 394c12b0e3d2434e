import { SOURCES_FILE } from '#src/content/load-course.ts';
import type { Rule } from '#src/checks/rule.ts';

/** A source is opened again by the day that was set for it. */
export const freshSource: Rule = {
  id: 'claims/stale-source',
  *check({ course, lineOf }, today) {
    for (const [id, { opened, reviewBy }] of course.sources) {
      if (today <= reviewBy) continue;
      yield {
        file: SOURCES_FILE,
        line: lineOf(SOURCES_FILE, [id, 'reviewBy']),
        severity: 'warning',
        rule: 'claims/stale-source',
        message: `“${id}” was ${opened ? `last opened on ${opened}, and was` : 'never opened, and was'} to be opened by ${reviewBy}.`,
        hint: 'Open it, mend what it changes in the lessons, then set `opened` and `reviewBy` anew.',
      };
    }
  },
  examples: {
    good: [
      {
        name: 'the last day',
        files: { 'sources.yaml': ["reviewBy: '2027-11-24'", "reviewBy: '2026-11-25'"] },
      },
    ],
    bad: [
      {
        name: 'the day after',
        files: { 'sources.yaml': ["reviewBy: '2027-11-24'", "reviewBy: '2026-11-24'"] },
        says: [
          'lessons/sources.yaml:5  warning  claims/stale-source\n  “recap” was last opened on 2026-11-24, and was to be opened by 2026-11-24.\n  Open it, mend what it changes in the lessons, then set `opened` and `reviewBy` anew.',
        ],
      },
      {
        name: 'a source that nobody opened',
        files: {
          'sources.yaml':
            "recap:\n  title: The recap\n  read: known\n  reviewBy: '2026-11-24'\n  quoted: true\n",
        },
        says: [
          'lessons/sources.yaml:4  warning  claims/stale-source\n  “recap” was never opened, and was to be opened by 2026-11-24.\n  Open it, mend what it changes in the lessons, then set `opened` and `reviewBy` anew.',
        ],
      },
    ],
  },
};
