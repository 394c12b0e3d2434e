import { expect, type Frame, type Page } from '@playwright/test';
import type { Lab } from '#src/course/lab.ts';
import type { Control } from '#src/labs/lab.ts';
import { scriptedLab } from '#src/labs/scripts.ts';

/** Someone who decides like an expert, or like one who does not think. */
export type Practitioner = 'expert' | 'careless';

interface Practice {
  readonly who: Practitioner;
  /** Operates a control; by mouse unless told otherwise. */
  readonly operate?: (screen: Page | Frame, control: Control) => Promise<void>;
  /** Called before each decision, with how many were taken. */
  readonly onTurn?: (decisions: number) => Promise<void>;
}

/** Takes the run of a lab that is on the screen from its start to its end, by its script. */
export async function practise(screen: Page | Frame, lab: Lab, practice: Practice): Promise<void> {
  const { who, operate = byMouse, onTurn } = practice;
  const { model, script } = scriptedLab(lab.kind);
  const { scenario } = lab;
  const stage = screen.locator('.stage');
  let state = model.start(scenario, Number(await stage.getAttribute('data-seed')));
  for (let turn = 0; !model.isOver(scenario, state); turn++) {
    await onTurn?.(turn);
    const decision =
      who === 'expert' ? model.expert(scenario, state) : script.careless(scenario, state);
    for (const control of script.controls(scenario, state, decision)) {
      await operate(screen, control);
    }
    const next = model.decide(scenario, state, decision);
    if (next === undefined) throw new Error(`“${lab.id}” refuses ${JSON.stringify(decision)}.`);
    state = next;
    await expect(stage).toHaveAttribute('data-decisions', String(turn + 1));
  }
  await expect(screen.locator('.debrief-title')).toBeVisible();
}

/** As someone with a mouse does. */
export async function byMouse(screen: Page | Frame, { role, name, value }: Control): Promise<void> {
  const control = screen.locator('.stage').getByRole(role, { name, exact: true });
  if (role === 'combobox') await control.selectOption({ label: value ?? '' });
  else if (value !== undefined) await control.fill(value);
  else if (role === 'radio' || role === 'checkbox') await control.setChecked(true);
  else await control.click();
}
