import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Every link leads somewhere: inside the course to what exists, outside over https. */
export const brokenLink: Rule = {
  id: 'text/broken-link',
  *check(loaded) {
    const places = knownPlaces(loaded);
    for (const [folder, { links }] of loaded.texts) {
      for (const { address, line } of links) {
        if (/^https:\/\/[^/]+\.[^/]+/.test(address) || places.has(address)) continue;
        yield {
          file: `${folder}/index.md`,
          line,
          severity: 'error',
          rule: 'text/broken-link',
          message: `The link to “${address}” leads nowhere.`,
          hint: 'Inside the course write #/lesson/<id>, #/lesson/<id>/quiz, #/lesson/<id>/lab/<lab>, #/lesson/<id>#part-2, #/glossary, #/assessment, #/results or #/; outside, begin with https://.',
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'links to a lesson, its quiz, a part, a term and a page of the web',
        files: {
          '01-boxes/index.md': [
            'One is red',
            '[A](#/lesson/more-boxes), [b](#/lesson/boxes/quiz), [c](#/lesson/more-boxes#part-1), [d](#/glossary/box) and [e](https://www.cbp.gov/trade): one is red',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a lesson that does not exist',
        files: { '01-boxes/index.md': ['One is red', '[Crates](#/lesson/crates). One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/broken-link\n  The link to “#/lesson/crates” leads nowhere.\n  Inside the course write #/lesson/<id>, #/lesson/<id>/quiz, #/lesson/<id>/lab/<lab>, #/lesson/<id>#part-2, #/glossary, #/assessment, #/results or #/; outside, begin with https://.',
        ],
      },
      {
        name: 'the quiz of a lesson without questions',
        files: {
          '01-boxes/index.md': ['One is red', '[Crates](#/lesson/more-boxes/quiz). One is red'],
          '02-more-boxes/quiz.yaml': 'questions: []\n',
        },
        says: [
          'lessons/01-boxes/index.md:19  error  text/broken-link\n  The link to “#/lesson/more-boxes/quiz” leads nowhere.\n  Inside the course write #/lesson/<id>, #/lesson/<id>/quiz, #/lesson/<id>/lab/<lab>, #/lesson/<id>#part-2, #/glossary, #/assessment, #/results or #/; outside, begin with https://.',
        ],
      },
      {
        name: 'a part that does not exist',
        files: {
          '01-boxes/index.md': ['One is red', '[Crates](#/lesson/boxes#part-2). One is red'],
        },
        says: [
          'lessons/01-boxes/index.md:19  error  text/broken-link\n  The link to “#/lesson/boxes#part-2” leads nowhere.\n  Inside the course write #/lesson/<id>, #/lesson/<id>/quiz, #/lesson/<id>/lab/<lab>, #/lesson/<id>#part-2, #/glossary, #/assessment, #/results or #/; outside, begin with https://.',
        ],
      },
      {
        name: 'a page of the web without https',
        files: { '01-boxes/index.md': ['One is red', '[Crates](http://www.cbp.gov). One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  error  text/broken-link\n  The link to “http://www.cbp.gov” leads nowhere.\n  Inside the course write #/lesson/<id>, #/lesson/<id>/quiz, #/lesson/<id>/lab/<lab>, #/lesson/<id>#part-2, #/glossary, #/assessment, #/results or #/; outside, begin with https://.',
        ],
      },
    ],
  },
};

/** Addresses inside the course; the player's `addresses.ts` makes them. */
function knownPlaces({ course }: LoadedCourse): ReadonlySet<string> {
  const lessons = course.lessons.flatMap(({ id, parts, questions, labs }) => [
    `#/lesson/${id}`,
    ...(questions.length > 0 ? [`#/lesson/${id}/quiz`] : []),
    ...labs.map((lab) => `#/lesson/${id}/lab/${lab.id}`),
    ...parts.map((_title, index) => `#/lesson/${id}#part-${index + 1}`),
  ]);
  const terms = [...course.glossary.keys()].map((id) => `#/glossary/${id}`);
  const assessment = course.config.assessment ? ['#/assessment'] : [];
  return new Set(['#/', '#/results', '#/glossary', ...assessment, ...terms, ...lessons]);
}
