import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { practise } from '#src/cli/bench/practise.ts';
import { respond, type How } from '#src/cli/bench/respond.ts';
import type { Lesson } from '#src/course/course.ts';
import type { Question } from '#src/questions/registry.ts';

/**
 * Someone who takes the course, by what is on the screen. `screen` is the page, or the frame that
 * an LMS shows the course in.
 */
export class Learner {
  readonly screen: Page | Frame;

  constructor(screen: Page | Frame) {
    this.screen = screen;
  }

  get heading(): Locator {
    return this.screen.getByRole('heading', { level: 1 });
  }

  get result(): Locator {
    return this.screen.locator('.result');
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.screen.getByRole('link', { name });
  }

  /** The form that asks a question. */
  card(question: Question): Locator {
    return this.screen.locator('form').filter({ hasText: question.stem });
  }

  async openLesson(lesson: Lesson): Promise<void> {
    await this.screen.locator('header .title').click();
    await this.screen.locator('.manifest').getByRole('link', { name: lesson.title }).click();
    await expect(this.heading).toHaveText(lesson.title);
  }

  /** By the bar, or where that has no room by its menu. */
  async openGlossary(): Promise<void> {
    const inBar = this.screen.locator('header .glossary');
    if (!(await inBar.isVisible())) await this.button('Menu').click();
    await this.screen.locator('header').getByRole('link', { name: 'Glossary' }).last().click();
  }

  async openQuiz(lesson: Lesson): Promise<void> {
    await this.openLesson(lesson);
    await this.link(/Take the quiz|Look at the quiz/).click();
    await expect(this.heading).toHaveText('Quiz');
  }

  /** Takes every lab of a lesson to full marks. */
  async practise(lesson: Lesson): Promise<void> {
    for (const lab of lesson.labs) {
      await this.openLesson(lesson);
      const box = this.screen.getByRole('complementary', { name: `Practice: ${lab.title}` });
      await box.getByRole('link').click();
      await expect(this.heading).toHaveText(lab.title);
      await practise(this.screen, lab, { who: 'expert' });
    }
  }

  /** Gives an answer without submitting it. */
  async respond(question: Question, how: How): Promise<void> {
    const card = this.card(question);
    await expect(card).toBeVisible();
    await respond(card, question, how);
  }

  async answer(question: Question, how: How): Promise<void> {
    await this.respond(question, how);
    await this.card(question).getByRole('button', { name: 'Check the answer' }).click();
    await expect(this.result).toBeVisible();
  }

  async next(): Promise<void> {
    await this.button(/Next question|See the outcome/).click();
  }

  /** Answers the questions of the final assessment, whichever it draws, up to so many. */
  async answerAssessment(bank: readonly Question[], how: How, most = Infinity): Promise<string[]> {
    const asked: string[] = [];
    const stem = this.screen.locator('#main .stem');
    while (asked.length < most && (await this.screen.locator('.outcome-title').count()) === 0) {
      const text = ((await stem.textContent()) ?? '').trim();
      const question = bank.find((candidate) => candidate.stem === text);
      if (!question) throw new Error(`No question asks “${text}”.`);
      await this.respond(question, how);
      await this.button('Hand in the answer').click();
      await expect(stem.filter({ hasText: text })).toHaveCount(0);
      await expect(stem.or(this.screen.locator('.outcome-title'))).toBeVisible();
      asked.push(question.stem);
    }
    return asked;
  }

  /** Answers a whole quiz that is on the screen, from its first open question. */
  async answerAll(lesson: Lesson<Question>, how: How): Promise<void> {
    for (const question of lesson.questions) {
      await expect(this.card(question)).toBeVisible();
      await this.answer(question, how);
      await this.next();
    }
  }
}
