import type { Page } from '@playwright/test';
import { courseUnderTest } from '../support/content.ts';
import { Ear, type Heard } from '../support/ear.ts';
import { Learner } from '../support/learner.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const lesson = course.lessons.find(({ labs }) => labs.length > 0);
const [lab] = lesson?.labs ?? [];
const [someTerm] = course.glossary;
if (!lesson || !lab || !someTerm) throw new Error('These tests need a lab and a term.');

const [termId, term] = someTerm;
const named = (page: string) => `${page} · ${course.config.shortTitle}`;

interface Move {
  readonly to: string;
  readonly go: (learner: Learner, page: Page) => Promise<void>;
  /** What takes the focus; undefined: the line that was left, whatever stands there. */
  readonly says?: string;
  readonly title: string;
}

const MOVES: readonly Move[] = [
  {
    to: 'a lesson',
    go: (learner) => learner.openLesson(lesson),
    says: lesson.title,
    title: named(lesson.title),
  },
  {
    to: 'its quiz',
    go: (learner) => learner.link(/Take the quiz/).click(),
    says: 'Quiz',
    title: named(`Quiz: ${lesson.title}`),
  },
  {
    to: 'its lesson again, by the link above the quiz',
    go: (_, page) => page.locator('#main').getByRole('link', { name: lesson.title }).click(),
    title: named(lesson.title),
  },
  {
    to: 'a lab',
    go: (_, page) =>
      page
        .getByRole('complementary', { name: `Practice: ${lab.title}` })
        .getByRole('link')
        .click(),
    says: lab.title,
    title: named(`Practice: ${lab.title}`),
  },
  {
    to: 'the glossary',
    go: (_, page) => goTo(page, '#/glossary'),
    says: 'Glossary',
    title: named('Glossary'),
  },
  {
    to: 'a term of it',
    go: (_, page) => goTo(page, `#/glossary/${termId}`),
    says: term.term,
    title: named('Glossary'),
  },
  {
    to: 'the results',
    go: (_, page) => goTo(page, '#/results'),
    says: 'Your results are still locked',
    title: named('Your results are still locked'),
  },
  {
    to: 'the final assessment',
    go: (_, page) => goTo(page, '#/assessment'),
    says: 'The final assessment is still locked',
    title: named('The final assessment is still locked'),
  },
  {
    to: 'nowhere',
    go: (_, page) => goTo(page, '#/nowhere'),
    says: 'There is no such page',
    title: named('There is no such page'),
  },
  {
    to: 'the overview',
    go: (_, page) => goTo(page, '#/'),
    says: course.config.title,
    title: course.config.shortTitle,
  },
];

/** Follows a link, as the router sees it; an address that is typed in opens the page anew. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.getElementById('main')?.append(link);
    link.click();
  }, address);
}

test('each move is told once: by what takes the focus, under the new screen’s title', async ({
  page,
  player,
}) => {
  const ear = await Ear.on(page);
  const learner = new Learner(page);
  await page.goto(player);
  await expect(learner.heading).toHaveText(course.config.title);
  for (const { to, go, says, title } of MOVES) {
    // What the way there says on the overview is not of this move.
    await go(learner, page);
    await expect(page, to).toHaveTitle(title);
    await expect(page.locator('#main :focus'), to).toContainText(says ?? /./);
    const heard = await ear.heard();
    expect(heard.at(-1), to).toMatchObject({ by: 'focus', title });
    expect(heard.filter(isTitle), to).toEqual([]);
  }
});

/** Does a live region read out a window's title, of the new screen or of the one that was left? */
function isTitle({ by, words }: Heard): boolean {
  return by === 'region' && words.includes(course.config.shortTitle);
}
