import { expect, type Frame, type Locator } from '@playwright/test';
import type { LoadedCourse } from '#src/content/load-course.ts';

export type Lesson = LoadedCourse['course']['lessons'][number];
type Question = Lesson['questions'][number];
type Decisions = Extract<Question, { readonly kind: 'case' }>['decisions'];

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
  async take(lesson: Lesson): Promise<void> {
    await this.#course.evaluate((hash) => (location.hash = hash), `#/lesson/${lesson.id}`);
    await expect(this.#course.locator('h1')).toHaveText(lesson.title);
    for (const part of await this.#course.locator('section.part').all()) {
      await part.evaluate((section) => section.scrollIntoView());
      await expect(this.#course.locator('[aria-current=location]')).toHaveCount(1);
    }
    for (const check of lesson.checks) await this.#answer(check, 'check');
    await this.#course.getByRole('link', { name: 'Take the quiz' }).click();
    for (const question of lesson.questions) {
      await this.#answer(question, 'quiz');
      await this.#course.getByRole('button', { name: /Next question|See the outcome/ }).click();
    }
    await this.#course.locator('.outcome').waitFor();
  }

  async #answer(question: Question, kind: 'quiz' | 'check'): Promise<void> {
    const card = this.#course.locator('form').filter({ hasText: question.stem });
    await card.waitFor();
    await respond(card, question);
    await card.getByRole('button', { name: 'Check the answer' }).click();
    const result = card.locator('.result');
    if ((await result.getAttribute('data-right')) !== 'true') {
      throw new Error(`The answer to “${question.id}” was to be right, and is not.`);
    }
    await this.#onAnswered(kind);
  }
}

async function respond(card: Locator, question: Question): Promise<void> {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-response':
      for (const { text } of question.options.filter(({ correct }) => correct)) {
        await card.getByLabel(text, { exact: true }).check();
      }
      return;
    case 'numeric':
      await card.getByRole('textbox').fill(String(question.answer));
      return;
    case 'case':
      await decide(card, question.decisions);
      return;
    case 'short-answer':
      await card.getByRole('textbox').fill(question.answers[0] ?? '');
      return;
    case 'hotspot':
      for (const { label } of question.regions.filter(({ correct }) => correct)) {
        await card.getByLabel(label, { exact: true }).check();
      }
      return;
    case 'ordering':
      await sort(
        card,
        question.steps.map(({ text }) => text),
      );
      return;
    case 'matching':
      for (const { text, match } of question.pairs) {
        await card.getByLabel(text, { exact: true }).selectOption({ label: match });
      }
      return;
    case 'categorize':
      for (const { text, bin } of question.items) {
        const { label = '' } = question.bins.find(({ id }) => id === bin) ?? {};
        const row = card.getByRole('radiogroup', { name: text, exact: true });
        await row.getByRole('radio', { name: label, exact: true }).check();
      }
  }
}

/** Takes the best option of every decision, to the end of the case. */
async function decide(card: Locator, decisions: Decisions): Promise<void> {
  let [decision] = decisions;
  while (decision) {
    const best = decision.options.find(({ points }) => points === 2);
    await card.getByLabel(best?.text ?? '', { exact: true }).check();
    await card.getByRole('button', { name: 'Decide' }).click();
    decision = decisions.find(({ id }) => id === best?.next);
  }
}

/** Moves steps up, one place at a time, until they stand as wanted. */
async function sort(card: Locator, wanted: readonly string[]): Promise<void> {
  const steps = card.getByRole('listitem').getByRole('paragraph');
  for (const [place, text] of wanted.entries()) {
    const up = card.getByRole('button', { name: `Move up: ${text}`, exact: true });
    for (;;) {
      const order = await steps.allTextContents();
      if (order.findIndex((shown) => shown.trim() === text) <= place) break;
      await up.click();
    }
  }
  const keep = card.getByRole('button', { name: 'Keep this order' });
  if (await keep.isVisible()) await keep.click();
}
