import type { Control, LabScript } from '#src/labs/lab.ts';
import { calendarStart } from './calendar.ts';
import { dayName } from './days.ts';
import type { Detention } from './scenario.ts';
import { phaseOf, type Decision, type State } from './state.ts';

const lot = (id: string, odd: readonly boolean[], isRecorded: boolean, isGenuine: boolean) => ({
  id,
  goods: `ten ${id}`,
  mark: `Mark of ${id}`,
  signs: odd.map((one) => ({ text: one ? 'Strange' : 'As usual', odd: one })),
  isRecorded,
  isGenuine,
  because: 'Count the odd signs.',
});

/** What the buttons about a lot say. */
const VERBS = { 'look-up': 'Look up the mark:', detain: 'Detain:', 'let-go': 'Let go:' } as const;

export const script: LabScript<Detention, State, Decision> = {
  example: {
    draws: 3,
    signs: ['Price', 'Seller', 'Route'],
    least: 2,
    lots: [
      lot('chargers', [true, true, false], true, true),
      lot('watches', [false, true, true], true, false),
      lot('shirts', [true, true, true], false, false),
      lot('bags', [true, false, false], true, true),
      lot('shoes', [false, false, false], false, true),
    ],
    recorded: '{mark} is on file.',
    unrecorded: '{mark} is not on file.',
    verdicts: {
      caught: 'Suspect and on file.',
      blind: 'You did not look it up.',
      baseless: 'Not on file.',
      harsh: 'Too few signs.',
      lenient: 'It was suspect.',
      checked: 'Not on file, so it goes.',
      lucky: 'You did not look it up.',
      free: 'Too few signs.',
    },
    detained: 'CBP detains {goods}.',
    starts: ['2027-03-01', '2027-07-12'],
    events: { presented: 'Presented', detained: 'Detained', noticed: 'Notice' },
    questions: [
      {
        id: 'notice',
        label: 'Notice due',
        text: 'When is the notice due?',
        from: 'detained',
        days: 5,
        isBusiness: true,
        because: 'Five business days.',
      },
      {
        id: 'answer',
        label: 'Answer due',
        text: 'When is the answer due?',
        from: 'noticed',
        days: 7,
        isBusiness: true,
        because: 'Seven business days.',
      },
      {
        id: 'decision',
        label: 'Decision due',
        text: 'When is the decision due?',
        from: 'presented',
        days: 30,
        isBusiness: false,
        because: 'Thirty days.',
      },
    ],
    slips: {
      weekends: 'Weekends don’t count: {day}.',
      first: 'The first day does not count: {day}.',
      start: 'Another start: {day}.',
      other: 'It is {day}.',
    },
    answerBy: 'answer',
    decideBy: 'decision',
    letter: 'The letter is there on {day}.',
    papers: [
      { id: 'promise', text: 'A promise', days: 1, genuine: 'Words.', counterfeit: 'Words.' },
      {
        id: 'license',
        text: 'A license',
        days: 5,
        isProof: true,
        genuine: 'Yes.',
        counterfeit: 'No.',
      },
      {
        id: 'dealer',
        text: 'A receipt',
        days: 3,
        isProof: true,
        genuine: 'Yes.',
        counterfeit: 'No.',
      },
    ],
    outcomes: {
      released: 'Released by {day}.',
      late: 'Late, by {day}.',
      unproved: 'Seized by {day}.',
      seized: 'Seized by {day}.',
    },
    proof: 'Papers that lead to the owner.',
    promptness: 'Seven business days are all there is.',
    endings: [
      { text: 'Send it back', then: 'Not without consent.' },
      { text: 'Petition', right: true, then: 'It is read.' },
    ],
    afterwards: 'Petition.',
    rules: { recordation: 'Rule 1', detention: 'Rule 2', petition: 'Rule 3' },
  },
  /** Detains everything unseen, counts no days, answers with nothing, and takes what comes first. */
  careless(scenario, state) {
    switch (phaseOf(scenario, state)) {
      case 'lots':
        return { type: 'detain', place: state.lots.findIndex(({ verdict }) => !verdict) };
      case 'days':
        return { type: 'day', offset: 0 };
      case 'papers':
        return { type: 'answer' };
      case 'ending':
        return { type: 'ending', ending: scenario.endings.findIndex(({ right }) => !right) };
      case 'over':
        return undefined;
    }
  },
  controls(scenario, state, decision): readonly Control[] {
    switch (decision.type) {
      case 'look-up':
      case 'detain':
      case 'let-go': {
        const goods = scenario.lots[state.lots[decision.place]?.lot ?? -1]?.goods ?? '';
        return [{ role: 'button', name: `${VERBS[decision.type]} ${goods}` }];
      }
      case 'day':
        return [
          { role: 'radio', name: dayName(calendarStart(state) + decision.offset) },
          { role: 'button', name: 'Choose this day' },
        ];
      case 'paper':
        return [{ role: 'button', name: `Get: ${scenario.papers[decision.paper]?.text ?? ''}` }];
      case 'answer':
        return [{ role: 'button', name: 'Answer CBP now' }];
      case 'ending':
        return [{ role: 'button', name: scenario.endings[decision.ending]?.text ?? '' }];
    }
  },
};
