import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TINY_COURSE, tinyCourse } from '#src/checks/testing/tiny-course.ts';
import { loadCourse, type LoadedCourse } from './load-course.ts';
import { formatProblem } from './problem.ts';
import { memoryReader } from './reader.ts';

type Changes = Parameters<typeof tinyCourse>[0];

async function load(changes?: Changes): Promise<LoadedCourse> {
  const { loaded, problems } = await loadCourse(tinyCourse(changes));
  if (!loaded) throw new Error(problems.map(formatProblem).join('\n'));
  return loaded;
}

async function problemsOf(changes: Changes): Promise<string[]> {
  return (await loadCourse(tinyCourse(changes))).problems.map(formatProblem);
}

/** The line of the small course's file on which those words stand. */
function lineWith(file: string, words: string): number {
  const lines = TINY_COURSE[file]?.split('\n') ?? [];
  return lines.findIndex((line) => line.includes(words)) + 1;
}

function missing(file: string): string {
  return `lessons/${file}:1  error  content/missing-file\n  The file is missing.\n  Add it; \`npm run new:lesson\` shows what belongs into a lesson’s folder.`;
}

describe('a sound course', () => {
  it('loads without a problem', async () => {
    const { loaded, problems } = await loadCourse(tinyCourse());
    expect(loaded).toBeDefined();
    expect(problems).toEqual([]);
  });

  it('takes the id of a lesson from the name of its folder', async () => {
    expect((await load()).course.lessons.map(({ id }) => id)).toEqual(['boxes', 'more-boxes']);
  });

  it('gives lessons, questions and checks their numbers from the register', async () => {
    const [boxes, moreBoxes] = (await load()).course.lessons;
    expect([boxes?.number, moreBoxes?.number]).toEqual([1, 2]);
    expect(boxes?.questions.map(({ number }) => number)).toEqual([1, 3]);
    expect(boxes?.checks.map(({ number }) => number)).toEqual([2]);
  });

  it('takes the parts of a lesson from the headings of its text', async () => {
    expect((await load()).course.lessons[0]?.parts).toEqual(['Two boxes']);
  });

  it('holds the terms and the sources by id', async () => {
    const { glossary, sources } = (await load()).course;
    expect(glossary.get('box')?.term).toBe('Box');
    expect(sources.get('recap')?.title).toBe('The recap');
  });

  it('tells the line on which a value stands', async () => {
    const { lineOf } = await load();
    expect(lineOf('01-boxes/quiz.yaml', ['questions', 0, 'stem'])).toBe(
      lineWith('01-boxes/quiz.yaml', 'stem: Which box'),
    );
    expect(lineOf('01-boxes/index.md', ['objectives', 0, 'text'])).toBe(
      lineWith('01-boxes/index.md', 'text: Tell a held box'),
    );
  });

  it('tells the first line where it does not know better', async () => {
    expect((await load()).lineOf('01-boxes/notes.txt', ['title'])).toBe(1);
  });
});

describe('claims and digests', () => {
  const CLAIMS =
    'claims:\n  - says: [One is red]\n    cites: [{ source: recap, quote: red box }]\n';

  it('belong to their lesson, which may have none', async () => {
    const { course } = await load({ '01-boxes/claims.yaml': CLAIMS });
    expect(course.lessons.map(({ claims }) => claims.map(({ says }) => says))).toEqual([
      [['One is red']],
      [],
    ]);
  });

  it('know the sessions of a source that must be quoted', async () => {
    expect([...((await load()).digests.get('recap')?.keys() ?? [])]).toEqual(['S1', 'S10']);
  });

  it('miss the digest of a source that must be quoted', async () => {
    expect(await problemsOf({ 'recap.digest.json': null })).toEqual([
      'lessons/recap.digest.json:1  error  content/missing-file\n  The file is missing.\n  Make it with `npm run digest`; its --help tells how.',
    ]);
  });

  it('need no digest of a source that need not be quoted', async () => {
    const sources = ['  quoted: true\n', ''] as const;
    expect(await problemsOf({ 'recap.digest.json': null, 'sources.yaml': sources })).toEqual([]);
  });
});

describe('the order of lessons', () => {
  async function renamed(folders: Readonly<Record<string, string>>) {
    const texts = Object.entries(TINY_COURSE).map(([file, text]): [string, string] => {
      const folder = Object.keys(folders).find((name) => file.startsWith(`${name}/`));
      return [folder ? file.replace(folder, folders[folder] ?? '') : file, text];
    });
    return (await loadCourse(memoryReader(Object.fromEntries(texts)))).loaded?.course.lessons;
  }

  it('is that of the numbers of their folders, whatever the order of the files', async () => {
    const lessons = await renamed({ '01-boxes': '31-boxes', '02-more-boxes': '30-more-boxes' });
    expect(lessons?.map(({ folder }) => folder)).toEqual(['30-more-boxes', '31-boxes']);
  });

  it('counts numbers, not characters', async () => {
    const lessons = await renamed({ '01-boxes': '100-boxes', '02-more-boxes': '99-more-boxes' });
    expect(lessons?.map(({ folder }) => folder)).toEqual(['99-more-boxes', '100-boxes']);
  });

  it('leaves the permanent numbers alone', async () => {
    const lessons = await renamed({ '01-boxes': '31-boxes', '02-more-boxes': '30-more-boxes' });
    expect(lessons?.map(({ number }) => number)).toEqual([2, 1]);
  });
});

it.each(['01-boxes/index.md', 'course.yaml'])('refuses a byte order mark in %s', async (file) => {
  expect(await problemsOf({ [file]: `\uFEFF${TINY_COURSE[file] ?? ''}` })).toEqual([
    `lessons/${file}:1  error  content/byte-order-mark\n  The file begins with a byte order mark, which nobody sees and many tools stumble over.\n  Save it as UTF-8 without a byte order mark (BOM).`,
  ]);
});

describe('files that may be missing', () => {
  it.each(['glossary.yaml', 'sources.yaml'])('loads a course without %s', async (file) => {
    expect(await problemsOf({ [file]: null })).toEqual([]);
  });

  it('loads a course without a register, with nothing numbered yet', async () => {
    const { course, registerFlaw } = await load({ 'ids.json': null });
    expect(registerFlaw).toBeUndefined();
    expect(course.lessons.map(({ number }) => number)).toEqual([0, 0]);
  });

  it('loads a course whose register can’t be trusted, and says why', async () => {
    const { register, registerFlaw } = await load({ 'ids.json': 'oops' });
    expect(register).toBeUndefined();
    expect(registerFlaw).toBe('The register of ids is not valid JSON.');
  });

  it('leaves a new question unnumbered until it is registered', async () => {
    const { course } = await load({
      '01-boxes/quiz.yaml': ['id: first-question', 'id: new-question'],
    });
    expect(course.lessons[0]?.questions.map(({ number }) => number)).toEqual([0, 3]);
  });

  it('lets a lesson have files of its own', async () => {
    expect(await problemsOf({ '01-boxes/assets/box.svg': '<svg/>' })).toEqual([]);
  });
});

describe('files that must be there', () => {
  it.each(['course.yaml', '01-boxes/index.md', '02-more-boxes/quiz.yaml'])(
    'misses %s',
    async (file) => {
      expect(await problemsOf({ [file]: null })).toEqual([missing(file)]);
    },
  );

  it('misses all files of a folder that holds only pictures', async () => {
    expect(await problemsOf({ '03-crates/assets/crate.svg': '<svg/>' })).toEqual([
      missing('03-crates/index.md'),
      missing('03-crates/quiz.yaml'),
    ]);
  });
});

describe('folders', () => {
  it.each(['crates', '3-crates', '03-Crates', '03-', '03_crates', 'assets'])(
    'refuses the name “%s”',
    async (folder) => {
      expect(await problemsOf({ [`${folder}/index.md`]: 'text' })).toEqual([
        `lessons/${folder}:1  error  content/malformed-folder\n  “${folder}” is not the name of a lesson’s folder.\n  Name it by number and id, like 07-single-window: two digits, then lower-case words joined by hyphens.`,
      ]);
    },
  );

  it('refuses a course without any lesson', async () => {
    const none = Object.keys(TINY_COURSE).filter((file) => file.includes('/'));
    expect(await problemsOf(Object.fromEntries(none.map((file) => [file, null])))).toEqual([
      'lessons/course.yaml:1  error  content/no-lessons\n  The course has no lesson.\n  Add one with `npm run new:lesson`.',
    ]);
  });
});

it.each([
  ['the first line of hyphens', ['---\ntitle', 'title']],
  ['both', ['---\ntitle: Boxes', '# Boxes']],
] as const)('tells that a lesson lacks %s', async (_what, change) => {
  expect(await problemsOf({ '01-boxes/index.md': change })).toEqual([
    'lessons/01-boxes/index.md:1  error  lesson/no-frontmatter\n  The keys of the lesson are missing, or not between two lines of three hyphens.\n  Begin the file with a line `---`, then the keys (title: …), then a line `---`.',
  ]);
});

it('reports the problems of all files at once, and yields no course', async () => {
  const { loaded, problems } = await loadCourse(
    tinyCourse({
      'course.yaml': ['passMark: 80', 'passMark: 800'],
      'glossary.yaml': 'Box: oops',
      'sources.yaml': null,
      '01-boxes/index.md': ['minutes: 5', 'minutes: five'],
      '01-boxes/quiz.yaml': 'questions: [',
      '02-more-boxes/quiz.yaml': null,
      'notes/todo.txt': '',
    }),
  );
  expect(loaded).toBeUndefined();
  expect([...new Set(problems.map(({ file }) => file))].sort()).toEqual([
    '01-boxes/index.md',
    '01-boxes/quiz.yaml',
    '02-more-boxes/quiz.yaml',
    'course.yaml',
    'glossary.yaml',
    'notes',
  ]);
});

// Each run reads a whole course: a busy machine may take its time.
describe('whatever the files hold', { timeout: 30_000 }, () => {
  const files = Object.keys(TINY_COURSE);
  const scrap = fc.oneof(
    fc.constantFrom('\n', ': ', '- ', '"', "'", '{', '}', '[', ']', '#', '|', '>', '&a', '!', '%'),
    fc.constantFrom(
      '---\n',
      '```\n',
      '\t',
      '\r\n',
      '\uFEFF',
      '\0',
      '<Term',
      '## ',
      '__proto__: 1\n',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll('*', '')),
  );
  const cut = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    scrap,
  });
  const mutation = fc.record({
    file: fc.constantFrom(...files),
    cuts: fc.array(cut, { minLength: 1, maxLength: 4 }),
  });

  function mutate(text: string, cuts: readonly { at: number; length: number; scrap: string }[]) {
    return cuts.reduce((old, { at, length, scrap: piece }) => {
      const start = Math.floor(at * old.length);
      return old.slice(0, start) + piece + old.slice(start + length);
    }, text);
  }

  it('never throws, and yields either a course or problems that point at lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const texts: Record<string, string> = { ...TINY_COURSE };
        for (const { file, cuts } of mutations) texts[file] = mutate(texts[file] ?? '', cuts);
        const { loaded, problems } = await loadCourse(memoryReader(texts));
        expect(loaded === undefined).toBe(problems.length > 0);
        expect(problems.every(({ line }) => Number.isInteger(line) && line >= 1)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('never throws at bytes that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.uint8Array({ maxLength: 60 }),
        async (file, bytes) => {
          const text = Buffer.from(bytes).toString('utf8').replaceAll('*', '');
          await expect(
            loadCourse(memoryReader({ ...TINY_COURSE, [file]: text })),
          ).resolves.toBeDefined();
        },
      ),
      { numRuns: 40 },
    );
  });
});
