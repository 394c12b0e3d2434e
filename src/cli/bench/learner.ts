import { expect, type Frame } from '@playwright/test';
import type { Lesson } from '#src/course/course.ts';
import type { Lab } from '#src/course/lab.ts';
import type { Question } from '#src/questions/registry.ts';
import { practise } from './practise.ts';
import { respond } from './respond.ts';

/** Someone who takes lessons and gives right answers, by what is on the screen. */
export class BenchLearner {
  readonly #course: Frame;
  /** Called after every answer, once its result is shown. */
  readonly #onAnswered: (kind: 'quiz' | 'check') => Promise<void>;

  constructor(course: Frame, onAnswered: (kind: 'quiz' | 'check') => Promise<void>) {
    this.#course = course;
    this.#onAnswered = onAnswered;
  }

  /** Reads every part, answers every inline check, then the quiz. */
  async take(lesson: Lesson<Question>): Promise<void> {
    await this.#open(lesson);
    for (const part of await this.#course.locator('section.part').all()) {
      await part.evaluate((section) => section.scrollIntoView());
      await expect(this.#course.locator('[aria-current=location]')).toHaveCount(1);
    }
    for (const check of lesson.checks) await this.#answer(check, 'check');
    for (const lab of lesson.labs) await this.#practise(lesson, lab);
    await this.#open(lesson);
    await this.#course.getByRole('link', { name: 'Take the quiz' }).click();
    for (const question of lesson.questions) {
      await this.#answer(question, 'quiz');
      await this.#next();
    }
    await this.#course.locator('.outcome').waitFor();
  }

  async #open(lesson: Lesson): Promise<void> {
    await this.#course.evaluate((hash) => (location.hash = hash), `#/lesson/${lesson.id}`);
    await expect(this.#course.locator('h1')).toHaveText(lesson.title);
  }

  async #practise(lesson: Lesson, lab: Lab): Promise<void> {
    const address = `#/lesson/${lesson.id}/lab/${lab.id}`;
    await this.#course.evaluate((hash) => (location.hash = hash), address);
    await expect(this.#course.locator('h1')).toHaveText(lab.title);
    await practise(this.#course, lab, { who: 'expert' });
  }

  /** Takes the final assessment, whichever of these questions it draws. */
  async passAssessment(bank: readonly Question[]): Promise<void> {
    await this.#course.evaluate(() => (location.hash = '#/assessment'));
    await this.#course.getByRole('button', { name: 'Begin' }).click();
    const stem = this.#course.locator('#main .stem');
    const outcome = this.#course.locator('.outcome-title');
    for (;;) {
      await stem.or(outcome).waitFor();
      if (await outcome.isVisible()) return;
      const text = ((await stem.textContent()) ?? '').trim();
      const question = bank.find((candidate) => candidate.stem === text);
      if (!question) throw new Error(`No question asks “${text}”.`);
      const card = this.#course.locator('form').filter({ hasText: text });
      await respond(card, question, 'right');
      await card.getByRole('button', { name: 'Hand in the answer' }).click();
      await this.#onAnswered('quiz');
      await expect(stem.filter({ hasText: text })).toHaveCount(0);
    }
  }

  async #next(): Promise<void> {
    await this.#course.getByRole('button', { name: /Next question|See the outcome/ }).click();
  }

  async #answer(question: Question, kind: 'quiz' | 'check'): Promise<void> {
    const card = this.#course.locator('form').filter({ hasText: question.stem });
    await card.waitFor();
    await respond(card, question, 'right');
    await card.getByRole('button', { name: 'Check the answer' }).click();
    const result = card.locator('.result');
    if ((await result.getAttribute('data-right')) !== 'true') {
      throw new Error(`The answer to “${question.id}” was to be right, and is not.`);
    }
    await this.#onAnswered(kind);
  }
}
