import type { Locator } from '@playwright/test';
import { bestPath, followPath, type Step } from '#src/questions/case/path.ts';
import type { Question } from '#src/questions/registry.ts';

export type How = 'right' | 'wrong';

/** Gives an answer in the form that asks a question, as someone who sees it would; submits nothing. */
export async function respond(card: Locator, question: Question, how: How): Promise<void> {
  switch (question.kind) {
    case 'single-choice': {
      const option = question.options.find(({ correct }) => correct === (how === 'right'));
      await card.getByRole('radio', { name: option?.text ?? '', exact: true }).check();
      return;
    }
    case 'multiple-response':
      for (const { text, correct } of question.options) {
        if (correct !== (how === 'right')) continue;
        await card.getByRole('checkbox', { name: text, exact: true }).check();
      }
      return;
    case 'numeric': {
      const number = how === 'right' ? question.answer : question.answer + 1000;
      await card.getByRole('textbox').fill(String(number));
      return;
    }
    case 'case':
      for (const { option } of pathTo(question, how)) {
        await card.getByRole('radio', { name: option.text, exact: true }).check();
        await card.getByRole('button', { name: 'Decide' }).click();
      }
      return;
    case 'short-answer': {
      const text = how === 'right' ? (question.answers[0] ?? '') : 'No idea';
      await card.getByRole('textbox').fill(text);
      return;
    }
    case 'hotspot':
      for (const { label, correct } of question.regions) {
        if (correct === (how === 'right')) await card.getByLabel(label, { exact: true }).check();
      }
      return;
    case 'ordering': {
      const texts = question.steps.map(({ text }) => text);
      await sort(card, how === 'right' ? texts : texts.toReversed());
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

/** The steps of someone who always decides for the best, or for the worst. */
function pathTo(question: Question<'case'>, how: How): readonly Step[] {
  if (how === 'right') return bestPath(question);
  return followPath(
    question,
    (ways) => ways.toSorted((a, b) => a.option.points - b.option.points)[0],
  );
}

/** Moves steps up, one place at a time, until they stand as wanted. */
async function sort(card: Locator, wanted: readonly string[]): Promise<void> {
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
