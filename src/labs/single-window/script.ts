import type { LabScript } from '#src/labs/lab.ts';
import { model } from './model.ts';
import { canDeliver, choices, isFiled, openThreads, type Decision, type State } from './state.ts';
import type { SingleWindow } from './scenario.ts';

const exam = (goods: string) => ({
  answer: 'exam' as const,
  message: `The ${goods} are examined.`,
  options: [
    { text: `Have the ${goods} examined`, right: true, then: 'They are taken there.' },
    { text: `Fetch the ${goods} for the exam`, then: 'They stay.' },
  ],
  because: 'An exam comes first.',
});

const refusal = (goods: string) => ({
  answer: 'refused' as const,
  message: `The notice on the ${goods} is wrong.`,
  options: [
    { text: `Send the notice on the ${goods} again`, right: true, then: 'It is sent.' },
    { text: `Let the notice on the ${goods} be`, then: 'It is refused.' },
  ],
  because: 'A wrong notice is none.',
});

const papers = (goods: string) => ({
  answer: 'intact' as const,
  message: `A paper on the ${goods} is missing.`,
  options: [
    { text: `Send the paper on the ${goods}`, right: true, then: 'It is on its way.' },
    { text: `Send a photo of the ${goods}`, then: 'The photo shows nothing.' },
  ],
  because: 'The agency named the paper.',
});

const rejection = (goods: string) => ({
  answer: 'rejected' as const,
  message: `The data on the ${goods} have a gap.`,
  options: [
    { text: `Guess the data on the ${goods}`, then: 'Guessed wrong.' },
    { text: `Fill the gap on the ${goods}`, right: true, then: 'The gap is filled.' },
  ],
  because: 'A gap is filled, not talked away.',
});

const MOVES = {
  wait: 'Wait for the next answer',
  truck: 'Send the truck to the terminal',
  deliver: 'Deliver to the customer',
} as const;

export const script: LabScript<SingleWindow, State, Decision> = {
  example: {
    draws: 2,
    agencies: [
      { id: 'cpsc', label: 'CPSC', watches: 'Toys', meanwhile: 'Toys may move.' },
      { id: 'epa', label: 'EPA', watches: 'Engines', meanwhile: 'It comes first.' },
      { id: 'fda', label: 'FDA', watches: 'Food', meanwhile: 'Food may move.', rule: 'Rule 4' },
    ],
    customs: { label: 'CBP', watches: 'Everything' },
    minutes: { file: 30, answer: 60, detour: 180, gate: 240, recall: 300 },
    filed: 'Filed for {agencies}.',
    uncalled: '{agency} was not asked.',
    missing: {
      answer: 'rejected',
      message: 'There are no data for {agency}.',
      options: [
        { text: 'Add the data for {agency}', right: true, then: 'They are on their way.' },
        { text: 'Tell {agency} to do without', then: 'It does not.' },
      ],
      because: 'It was asked.',
    },
    shortcuts: [{ text: 'Disclaim {agency}', then: 'That is false.' }],
    released: 'Released.',
    proceed: 'All may proceed.',
    truck: {
      early: 'The truck waits at the gate.',
      late: 'The goods have stood there for hours.',
      done: 'The truck has the goods.',
      because: 'The truck follows CBP.',
      rule: 'Rule 1',
    },
    delivery: {
      early: 'The goods are ordered back.',
      done: 'The goods are delivered.',
      because: 'The last answer sets them free.',
      rule: 'Rule 3',
    },
    shipments: [
      {
        id: 'toys',
        goods: 'Toys',
        facts: 'For children.',
        customs: 60,
        flags: [
          {
            agency: 'cpsc',
            because: 'Toys are its business.',
            rule: 'Rule 2',
            after: 120,
            troubles: [rejection('toys'), papers('toys')],
          },
        ],
      },
      {
        id: 'tins',
        goods: 'Tins',
        facts: 'For cooks.',
        customs: 120,
        flags: [{ agency: 'fda', because: 'It is food.', after: 60, troubles: [papers('tins')] }],
      },
      {
        id: 'mixed',
        goods: 'Bears with sweets',
        facts: 'For children.',
        customs: 300,
        flags: [
          { agency: 'cpsc', because: 'Bears are toys.', after: 60, troubles: [exam('bears')] },
          { agency: 'fda', because: 'Sweets are food.', after: 60, troubles: [refusal('sweets')] },
        ],
      },
      {
        id: 'engine',
        goods: 'An engine',
        facts: 'For a boat.',
        customs: 60,
        flags: [
          { agency: 'epa', because: 'It is an engine.', first: true, after: 90, troubles: [] },
        ],
      },
    ],
  },
  /** Files without data, calls the truck at once, delivers at once, and takes every shortcut. */
  careless(scenario, state) {
    if (!isFiled(state)) return { type: 'file', agencies: 0 };
    if (!state.isFetched && !state.isAtGate) return { type: 'truck' };
    if (canDeliver(state)) return { type: 'deliver' };
    const [open] = openThreads(scenario, state);
    if (!open) return model.expert(scenario, state);
    const { thread, trouble } = open;
    const wrong = choices(scenario, state, thread, trouble).find(
      ({ option, isTried }) => !isTried && !trouble.options[option]?.right,
    );
    if (!wrong) return model.expert(scenario, state);
    return { type: 'answer', agency: thread.agency, option: wrong.option };
  },
  controls(scenario, state, decision) {
    if (decision.type === 'file') {
      const ticked = scenario.agencies.filter((_, index) => decision.agencies & (2 ** index));
      return [
        ...ticked.map(({ label }) => ({ role: 'checkbox' as const, name: label })),
        { role: 'button', name: 'File one entry' },
      ];
    }
    if (decision.type !== 'answer') return [{ role: 'button', name: MOVES[decision.type] }];
    const open = openThreads(scenario, state).find(
      ({ thread }) => thread.agency === decision.agency,
    );
    const all = open ? choices(scenario, state, open.thread, open.trouble) : [];
    const name = all.find(({ option }) => option === decision.option)?.text;
    return [{ role: 'button', name: name ?? '' }];
  },
};
