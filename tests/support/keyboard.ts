import type { Frame, Page } from '@playwright/test';
import type { Control } from '#src/labs/lab.ts';

/** Presses Tab until it is so. */
export async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it.');
}

/** Operates a control of a lab as someone without a mouse does, whose presses last long. */
export async function byKeyboard(
  screen: Page | Frame,
  { role, name, value }: Control,
): Promise<void> {
  const page = 'page' in screen ? screen.page() : screen;
  const control = screen.locator('.stage').getByRole(role, { name, exact: true });
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  if (role === 'radio') {
    const group = (await control.getAttribute('name')) ?? '';
    await tabUntil(page, () =>
      page.evaluate((own) => document.activeElement?.getAttribute('name') === own, group),
    );
    if (!(await isFocused())) await arrowUntil(page, isFocused);
    else await page.keyboard.press('Space');
    return;
  }
  await tabUntil(page, isFocused);
  if (role === 'combobox') {
    const isChosen = () =>
      control.evaluate(
        (element, label) =>
          element instanceof HTMLSelectElement && element.selectedOptions[0]?.label === label,
        value,
      );
    await page.keyboard.press('Home');
    await arrowUntil(page, isChosen);
  } else if (value !== undefined) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  } else {
    await (role === 'checkbox' ? page.keyboard.press('Space') : pressLong(page));
  }
}

/** As a hand that is slow to let go presses Enter: the key repeats. */
async function pressLong(page: Page): Promise<void> {
  for (let repeat = 0; repeat < 3; repeat++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
}

async function arrowUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('The arrow keys do not reach it.');
}
