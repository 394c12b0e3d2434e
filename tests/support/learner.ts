import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { Lesson } from '#src/course/course.ts';
import { bestPath, followPath, type Step } from '#src/questions/case/path.ts';
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

  async openQuiz(lesson: Lesson): Promise<void> {
    await this.openLesson(lesson);
    await this.link(/Take the quiz|Look at the quiz/).click();
    await expect(this.heading).toHaveText('Quiz');
  }

  /** Gives an answer without submitting it. */
  async respond(question: Question, how: 'right' | 'wrong'): Promise<void> {
    const card = this.card(question);
    await expect(card).toBeVisible();
    switch (question.kind) {
      case 'single-choice': {
        const option = question.options.find(({ correct }) => correct === (how === 'right'));
        await card.getByRole('radio', { name: option?.text ?? '', exact: true }).check();
        return;
      }
      case 'multiple-response':
        for (const { text, correct } of question.options) {
          if (correct === (how === 'right')) {
            await card.getByRole('checkbox', { name: text, exact: true }).check();
          }
        }
        return;
      case 'numeric':
        await card
          .getByRole('textbox')
          .fill(String(how === 'right' ? question.answer : question.answer + 1000));
        return;
      case 'case':
        for (const { option } of pathTo(question, how)) {
          await card.getByRole('radio', { name: option.text, exact: true }).check();
          await card.getByRole('button', { name: 'Decide' }).click();
        }
        return;
      case 'short-answer':
        await card
          .getByRole('textbox')
          .fill(how === 'right' ? (question.answers[0] ?? '') : 'No idea');
        return;
      case 'hotspot':
        for (const { label, correct } of question.regions) {
          if (correct === (how === 'right')) await card.getByLabel(label, { exact: true }).check();
        }
        return;
      case 'ordering': {
        const texts = question.steps.map(({ text }) => text);
        await this.#sort(card, how === 'right' ? texts : texts.toReversed());
        return;
      }
      case 'matching': {
        const matches = question.pairs.map(({ match }) => match);
        for (const [index, { text }] of question.pairs.entries()) {
          const label = matches.at(how === 'right' ? index : index - 1) ?? '';
          await card.getByRole('combobox', { name: text, exact: true }).selectOption({ label });
        }
        return;
      }
      case 'categorize':
        for (const { text, bin } of question.items) {
          const { label = '' } =
            question.bins.find(({ id }) => (id === bin) === (how === 'right')) ?? {};
          const row = card.getByRole('radiogroup', { name: text, exact: true });
          await row.getByRole('radio', { name: label, exact: true }).check();
        }
        return;
    }
  }

  async answer(question: Question, how: 'right' | 'wrong'): Promise<void> {
    await this.respond(question, how);
    await this.card(question).getByRole('button', { name: 'Check the answer' }).click();
    await expect(this.result).toBeVisible();
  }

  async next(): Promise<void> {
    await this.button(/Next question|See the outcome/).click();
  }

  /** Answers the questions of the final assessment, whichever it draws, up to so many. */
  async answerAssessment(
    bank: readonly Question[],
    how: 'right' | 'wrong',
    most = Infinity,
  ): Promise<string[]> {
    const asked: string[] = [];
    const stem = this.screen.locator('#main .stem');
    while (asked.length < most && (await this.screen.locator('.outcome-title').count()) === 0) {
      const text = ((await stem.textContent()) ?? '').trim();
      const question = bank.find((candidate) => candidate.stem === text);
      if (!question) throw new Error(`No question asks “${text}”.`);
      await this.answer(question, how);
      await this.next();
      await expect(stem.filter({ hasText: text })).toHaveCount(0);
      asked.push(question.stem);
    }
    return asked;
  }

  /** Answers a whole quiz that is on the screen, from its first open question. */
  async answerAll(lesson: Lesson<Question>, how: 'right' | 'wrong'): Promise<void> {
    for (const question of lesson.questions) {
      await expect(this.card(question)).toBeVisible();
      await this.answer(question, how);
      await this.next();
    }
  }

  /** Moves steps up, one place at a time, until they stand as wanted. */
  async #sort(card: Locator, wanted: readonly string[]): Promise<void> {
    const keep = card.getByRole('button', { name: 'Keep this order' });
    const steps = card.getByRole('listitem').getByRole('paragraph');
    for (const [place, text] of wanted.entries()) {
      const up = card.getByRole('button', { name: `Move up: ${text}`, exact: true });
      for (;;) {
        const order = await steps.allTextContents();
        if (order.findIndex((shown) => shown.trim() === text) <= place) break;
        await up.click();
      }
    }
    if (await keep.isVisible()) await keep.click();
  }
}

/** The steps of someone who always decides for the best, or for the worst. */
function pathTo(question: Question<'case'>, how: 'right' | 'wrong'): readonly Step[] {
  if (how === 'right') return bestPath(question);
  return followPath(
    question,
    (ways) => ways.toSorted((a, b) => a.option.points - b.option.points)[0],
  );
}
