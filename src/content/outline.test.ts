import { describe, expect, it } from 'vitest';
import { scriptedLab } from '#src/labs/scripts.ts';
import { tinyCourse, WITH_EXAM } from '#src/checks/testing/tiny-course.ts';
import { loadCourse, type LoadedCourse } from './load-course.ts';
import { toBank, toExamContent, toGlossary, toLessonContent, toOutline } from './outline.ts';

async function load(changes: Parameters<typeof tinyCourse>[0] = {}): Promise<LoadedCourse> {
  const { loaded } = await loadCourse(tinyCourse(changes));
  if (!loaded) throw new Error('The course does not load.');
  return loaded;
}

async function contentOf(folder: string, changes: Parameters<typeof tinyCourse>[0] = {}) {
  const { course, texts } = await load(changes);
  const lesson = course.lessons.find((one) => one.folder === folder);
  const text = texts.get(folder);
  if (!lesson || !text) throw new Error(`There is no ${folder}.`);
  return toLessonContent(course, lesson, text);
}

describe('the outline', () => {
  it('holds what the first screen shows of the course', async () => {
    expect({ ...toOutline((await load()).course), lessons: [] }).toEqual({
      id: 'tiny-course',
      title: 'Tiny course',
      shortTitle: 'Tiny',
      event: 'A dock',
      lede: 'Two boxes on a dock.',
      language: 'en',
      passMark: 80,
      sequencing: 'free',
      modules: [{ id: 'only', title: 'Only module', subtitle: 'One dock' }],
      lessons: [],
    });
  });

  it('holds what the first screen shows of a lesson', async () => {
    expect(toOutline((await load()).course).lessons[0]).toEqual({
      id: 'boxes',
      number: 1,
      title: 'Boxes',
      summary: 'Two boxes',
      minutes: 5,
      module: 0,
      parts: 1,
      questions: [1, 3],
      exam: [],
      objectives: [{ id: 'tell-boxes-apart', questions: [1, 3] }],
      labs: [],
      optional: false,
      prerequisites: [],
    });
  });

  it('counts scored questions only: an unscored check is no question of the lesson', async () => {
    const { questions, checks } = await contentOf('01-boxes');
    const outline = toOutline((await load()).course).lessons[0];
    expect(checks).toHaveLength(1);
    expect(outline?.questions).toEqual(questions.map(({ number }) => number));
  });

  it('counts the time for practice in, for a lesson is not done without it', async () => {
    const lab = {
      id: 'desks',
      kind: 'who-decides',
      title: 'Who decides?',
      objective: 'tell-boxes-apart',
      minutes: 4,
      intro: 'Send each note to its desk.',
      invented: 'The notes.',
      cites: [{ source: 'recap' }],
      scenario: scriptedLab('who-decides').script.example,
    };
    const { course } = await load({ '01-boxes/labs.yaml': JSON.stringify({ labs: [lab] }) });
    expect(toOutline(course).lessons[0]).toMatchObject({
      minutes: 9,
      labs: [{ id: 'desks', number: 0 }],
    });
  });

  it('names prerequisites by their permanent numbers', async () => {
    const { course } = await load({
      '01-boxes/index.md': ['minutes: 5', 'minutes: 5\nprerequisites: [more-boxes]'],
    });
    expect(toOutline(course).lessons[0]?.prerequisites).toEqual([2]);
  });

  it('points from a lesson to its module', async () => {
    const { course } = await load({
      'course.yaml': [
        '  - id: only',
        '  - id: first\n    title: First\n    subtitle: None\n  - id: only',
      ],
    });
    expect(toOutline(course).lessons.map(({ module }) => module)).toEqual([1, 1]);
  });

  it('carries nothing that belongs to a lesson’s own chunk', async () => {
    const text = JSON.stringify(toOutline((await load()).course));
    for (const secret of ['Which box is held?', 'Red means held', 'A container.', 'The recap']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('the content of a lesson', () => {
  it('holds its questions, checks, objectives and the titles of its parts', async () => {
    const content = await contentOf('01-boxes');
    expect(content.questions.map(({ id }) => id)).toEqual(['first-question', 'second-question']);
    expect(content.checks.map(({ id }) => id)).toEqual(['quick-check']);
    expect(content.objectives.map(({ id }) => id)).toEqual(['tell-boxes-apart']);
    expect(content.parts).toEqual(['Two boxes']);
  });

  it('holds no claims: learners see the sources, the ledger is for authors', async () => {
    const claims = 'claims:\n  - says: [One is red]\n    basis: invented\n';
    const content = JSON.stringify(await contentOf('01-boxes', { '01-boxes/claims.yaml': claims }));
    expect(content).toContain('Which box is held?');
    expect(content).not.toContain('invented');
  });

  it('holds the terms that its text uses, and no other', async () => {
    const glossary =
      'box:\n  term: Box\n  definition: A container.\ncrate:\n  term: Crate\n  definition: Wood.\n';
    const changes = { 'glossary.yaml': glossary };
    expect(Object.keys((await contentOf('01-boxes', changes)).terms)).toEqual(['box']);
    expect((await contentOf('02-more-boxes', changes)).terms).toEqual({});
  });

  it('holds the sources that it names, in its order, and no other', async () => {
    const entry = (id: string) =>
      `${id}:\n  title: ${id}\n  read: whole\n  opened: '2026-11-24'\n  reviewBy: '2027-11-24'\n`;
    const content = await contentOf('01-boxes', {
      'sources.yaml': ['recap', 'order', 'statute'].map(entry).join(''),
      '01-boxes/index.md': ['  - recap', '  - statute\n  - recap'],
    });
    expect(content.sources.map(({ title }) => title)).toEqual(['statute', 'recap']);
  });
});

describe('the glossary', () => {
  const term = (id: string, name: string) => `${id}:\n  term: ${name}\n  definition: Wood.\n`;
  const glossary = term('pallet', 'Pallet') + term('box', 'box') + term('crate', 'Éclair crate');

  it('holds every term in alphabetical order, whatever its case and accents', async () => {
    const entries = toGlossary(await load({ 'glossary.yaml': glossary }));
    expect(entries.map(({ id }) => id)).toEqual(['box', 'crate', 'pallet']);
    expect(entries[0]).toEqual({ id: 'box', term: 'box', definition: 'Wood.', lessons: [1] });
  });

  it('names the lessons whose text uses a term, each once and in the course’s order', async () => {
    const use = '<Term id="pallet">pallet</Term>';
    const entries = toGlossary(
      await load({
        'glossary.yaml': glossary,
        '01-boxes/index.md': ['One is red', `One is red ${use} ${use}`],
        '02-more-boxes/index.md': ['One is red', `One is red ${use}`],
      }),
    );
    expect(entries.map(({ id, lessons }) => [id, lessons])).toEqual([
      ['box', [1]],
      ['crate', []],
      ['pallet', [1, 2]],
    ]);
  });
});

describe('the bank of the final assessment', () => {
  const askedOf = async (number: number, changes: Parameters<typeof tinyCourse>[0] = {}) =>
    toBank((await load(changes)).course)
      .filter(({ lesson }) => lesson === number)
      .map(({ question }) => question);

  it('holds the questions of exam.yaml, and those of the quiz no more', async () => {
    expect(await askedOf(1, WITH_EXAM)).toEqual([4, 5]);
  });

  it('holds the questions of the quiz where a lesson has no exam.yaml yet', async () => {
    expect(await askedOf(1)).toEqual([1, 3]);
    expect(await askedOf(2, WITH_EXAM)).toEqual([1, 2]);
  });

  it('is in no lesson’s own chunk: a quiz shows keys', async () => {
    const text = JSON.stringify(await contentOf('01-boxes', WITH_EXAM));
    expect(text).toContain('first-question');
    expect(text).not.toContain('exam-question');
  });

  it('loads the questions of one lesson without what they rest on', async () => {
    const [lesson] = (await load(WITH_EXAM)).course.lessons;
    if (!lesson) throw new Error('There is no lesson.');
    const { questions, ...rest } = toExamContent(lesson);
    expect(rest).toEqual({ id: 'boxes', parts: ['Two boxes'] });
    expect(questions.map(({ id, number, cites }) => ({ id, number, cites }))).toEqual([
      { id: 'exam-question', number: 4, cites: [] },
      { id: 'other-exam-question', number: 5, cites: [] },
    ]);
  });
});
