import type { Control, LabScript } from '#src/labs/lab.ts';
import type { Decision } from './model.ts';
import type { CargoQueue } from './scenario.ts';
import { phaseOf, truckNumber, type State } from './state.ts';

const load = (id: string, ctpat: boolean, fast: boolean) => ({
  id,
  goods: id,
  shipment: ctpat ? 'In the program.' : 'Not in the program.',
  ctpat,
  driver: fast ? 'Enrolled.' : 'Not enrolled.',
  fast,
  because: ctpat && fast ? 'Both are there.' : 'One is missing.',
});

const turn = { news: 'Trucks come.', doubtful: 0, unfit: 1, joint: 2, examined: 1, regular: 1 };

export const script: LabScript<CargoQueue, State, Decision> = {
  example: {
    opens: 360,
    minutes: 30,
    stops: {
      mexico: { label: 'first exam', minutes: 10 },
      road: { label: 'drive', minutes: 10 },
      border: { label: 'second exam', minutes: 10 },
      booth: { label: 'booth', minutes: 12 },
      dock: { label: 'dock', minutes: 20 },
    },
    lines: { mexico: 4, road: 1, border: 4, booth: 5, dock: 0, examined: 3 },
    spread: 2,
    panel: { before: 100, after: 20, label: 'someone’s figures' },
    halfHours: [
      { ...turn, fit: 1 },
      { ...turn, fit: 1, doubtful: 1 },
      { ...turn, fit: 2, joint: 3, examined: 3 },
    ],
    loads: [
      load('apples', true, true),
      load('pears', true, true),
      load('plums', true, true),
      load('figs', true, true),
      load('dates', true, true),
      {
        ...load('nuts', true, true),
        doubt: { text: 'The seal is off.', finding: 'It is broken.', held: true },
      },
      {
        ...load('seeds', true, true),
        doubt: { text: 'The weight is off.', finding: 'It is a slip.', held: false },
      },
      load('bricks', true, false),
      load('tiles', false, true),
      load('sand', false, false),
    ],
    lanes: { right: 'Both open it.', unfit: 'turned back.', fit: 'two lines.', rule: 'Rule 1' },
    team: {
      ask: 'Where does the third team work?',
      booth: 'More waits at the booth.',
      dock: 'More waits at the dock.',
      either: 'Both lines are the same.',
      wrong: 'It stands idle.',
    },
    doubt: {
      dock: { label: 'To the dock', then: 'it is examined.' },
      release: { label: 'Let it go', then: 'it leaves.' },
      back: { label: 'Send it back', then: 'it waits again.' },
      because: 'A doubt is examined.',
      rule: 'Rule 2',
    },
    reportDraws: 1,
    reports: ['first', 'second'].map((id) => ({
      id,
      ask: `What does the ${id} say?`,
      options: [
        { id: 'more', text: `More in the ${id}.`, right: false, then: 'Too wide.' },
        { id: 'true', text: `The truth in the ${id}.`, right: true, then: 'It is so.' },
      ],
    })),
  },
  /** Sends every load by the fast lane, lets doubts go, and keeps the third team at the dock. */
  careless(scenario, state) {
    const phase = phaseOf(state);
    if (phase?.kind === 'plan')
      return { kind: 'plan', joint: phase.loads.map(() => true), post: 'dock' };
    if (phase?.kind === 'doubt') return { kind: 'doubt', answer: 'release' };
    const options = phase && scenario.reports[phase.report]?.options;
    return options && { kind: 'report', sentence: options.findIndex(({ right }) => !right) };
  },
  controls(scenario, state, decision): readonly Control[] {
    const phase = phaseOf(state);
    if (decision.kind === 'doubt')
      return [{ role: 'button', name: scenario.doubt[decision.answer].label }];
    if (decision.kind === 'report') {
      const report = phase?.kind === 'report' ? scenario.reports[phase.report] : undefined;
      return [{ role: 'button', name: report?.options[decision.sentence]?.text ?? '' }];
    }
    const loads = phase?.kind === 'plan' ? phase.loads : [];
    return [
      ...loads.map((index, place): Control => {
        const lane = decision.joint[place] ? 'Joint lane' : 'Regular lane';
        return { role: 'radio', name: `${lane} for truck ${truckNumber(state, index)}` };
      }),
      { role: 'radio', name: `At the ${scenario.stops[decision.post].label}` },
      { role: 'button', name: `Let ${scenario.minutes} minutes pass` },
    ];
  },
};
