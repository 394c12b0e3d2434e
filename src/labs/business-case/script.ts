import type { LabScript } from '#src/labs/lab.ts';
import { lanesOf, stepsToSpend } from './figures.ts';
import { runOf, type Decision, type State } from './model.ts';
import type { BusinessCase } from './scenario.ts';

const slot = (id: string) => ({
  id,
  label: `Blank ${id}`,
  options: [
    { text: `wrong ${id}`, right: false, comment: 'Says who?' },
    { text: `right ${id}`, right: true, comment: 'Fine.' },
  ],
  why: 'The source says so.',
});
const lane = (id: string, covered: boolean) => ({
  id,
  label: `Lane ${id}`,
  buys: 'something',
  covered,
  kind: covered ? 'staff' : 'a road',
});
const line = (id: string, holds: boolean) => ({
  id,
  text: `Line ${id}: {claimed}.`,
  holds,
  why: 'It is so.',
});

export const script: LabScript<BusinessCase, State, Decision> = {
  example: {
    rule: 'Rule 1',
    wording: {
      title: 'Word it',
      task: 'Fill the blanks.',
      slots: [slot('one'), slot('two')],
      readings: 2,
      read: 'Read it out',
      leave: 'Leave it at that',
      passes: 'It holds.',
      left: 'It stays as it is.',
    },
    funding: {
      title: 'Fund it',
      task: 'Spend the budget.',
      step: 5,
      steps: [2, 3],
      lanes: [lane('one', true), lane('two', false)],
      records: [
        { past: [900, 500], next: [100, 50, 20] },
        { past: [300, 200], next: [180, 160, 10] },
      ],
      spent: '{lane} has {given}, {left} is left.',
      settle: 'Settle the budget',
      best: 'It saves {saved}.',
      less: 'It saves {saved} of {best}.',
      why: 'The next step counts.',
    },
    sum: {
      title: 'Work it out',
      task: 'What is claimed?',
      ratio: 87,
      write: 'Write it down',
      right: '{covered} makes {claimed}.',
      all: 'Not all is covered.',
      wrong: 'It is {claimed}.',
      why: 'Multiply.',
    },
    lines: {
      title: 'Say it',
      task: 'Say it or not.',
      draws: 2,
      say: 'Say it',
      skip: 'Leave it out',
      said: 'You say it.',
      skipped: 'You leave it out.',
      all: [line('first', true), line('second', false), line('third', false)],
    },
  },
  /** Takes the boldest words, the best average and a round sum, and says everything. */
  careless(scenario, state) {
    const run = runOf(scenario, state);
    if (run.phase === 'wording') {
      const read = scenario.wording.slots.map(({ options }) =>
        options.findIndex(({ right }) => !right),
      );
      return run.readings.length > 0 ? { leave: true } : { read };
    }
    if (run.phase === 'sum') return { sum: 1 };
    if (run.phase === 'lines') return { say: true };
    if (stepsToSpend(scenario, state.seed, run.funded) === 0) return { settle: true };
    const averages = lanesOf(scenario, state.seed).map(({ past, next }, at) =>
      (run.funded[at] ?? 0) < next.length
        ? past.reduce((sum, one) => sum + one, 0) / past.length
        : -1,
    );
    return { fund: averages.indexOf(Math.max(...averages)) };
  },
  controls(scenario, _, decision) {
    const { wording, funding, sum, lines } = scenario;
    const button = (name: string) => ({ role: 'button', name }) as const;
    const label = (at: number) => funding.lanes[at]?.label ?? '';
    if ('read' in decision) {
      const radios = wording.slots.map(
        ({ options }, at) =>
          ({ role: 'radio', name: options[decision.read[at] ?? 0]?.text ?? '' }) as const,
      );
      return [...radios, button(wording.read)];
    }
    if ('fund' in decision) return [button(`Fund ${label(decision.fund)}`)];
    if ('back' in decision) return [button(`Take it back from ${label(decision.back)}`)];
    if ('sum' in decision) {
      const value = String(decision.sum / 10);
      return [{ role: 'spinbutton', name: 'In millions of dollars', value }, button(sum.write)];
    }
    if ('say' in decision) return [button(decision.say ? lines.say : lines.skip)];
    return [button('leave' in decision ? wording.leave : funding.settle)];
  },
};
