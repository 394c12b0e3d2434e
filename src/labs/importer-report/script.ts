import type { LabScript } from '#src/labs/lab.ts';
import { deskCase, filersOf, runOf, type Decision, type State } from './model.ts';
import type { ImporterReport } from './scenario.ts';

const goods = (label: string) => ({
  label,
  chapter: '94',
  countries: ['Vietnam', 'Poland'],
  from: 1000,
  to: 5000,
  rate: 5,
});
const group = (code: string, lines: number) => ({
  filer: { code, label: `Filer ${code}` },
  ports: ['Newark', 'Houston'],
  goods: [goods('shoes')],
  consignee: 'Another firm',
  lines: { from: lines, to: lines + 2 },
  answer: 'The group answers. The number is {number}.',
});
const truth = (label: string) => ({
  label,
  right: 'You told it.',
  wrong: 'It was something else.',
  why: 'The lines say so.',
});

export const script: LabScript<ImporterReport, State, Decision> = {
  example: {
    firm: {
      name: 'A firm',
      number: '00-123456700',
      month: 'a month',
      companies: ['A firm', 'Its sister'],
      ports: ['Savannah', 'Norfolk'],
      filers: [
        { code: 'AAA', label: 'Filer AAA' },
        { code: 'BBB', label: 'Filer BBB' },
      ],
      goods: [goods('chairs'), goods('lamps')],
      lines: 60,
    },
    verdicts: {
      theft: { ...truth('Theft'), groups: [group('CCC', 6), group('DDD', 7)] },
      subsidiary: { ...truth('A sister'), groups: [group('EEE', 9)] },
      typo: { ...truth('A typo'), groups: [group('FFF', 1)] },
      ours: truth('Ours'),
    },
    askFirst: 'Somebody may know.',
    unasked: 'You asked nobody.',
    rule: 'Rule 1',
    close: 'Close the report',
    closed: 'The lines of {filer} are stolen: {lines}.',
    acts: [
      {
        id: 'tell',
        label: 'Tell CBP',
        days: 1,
        never: false,
        after: [],
        shuts: true,
        then: 'CBP knows.',
        why: 'CBP comes first.',
        rule: 'Rule 2',
      },
      {
        id: 'review',
        label: 'Ask for a review',
        days: 1,
        never: false,
        after: ['tell'],
        shuts: false,
        then: 'CBP looks at the entries.',
        why: 'The review comes last.',
      },
      {
        id: 'pay',
        label: 'Pay the bill',
        days: 5,
        never: true,
        after: [],
        shuts: false,
        then: 'You pay.',
        why: 'Never pay.',
      },
    ],
    everyDays: 2,
    meanwhile: 'Now there are {count}.',
    enough: 'That is all',
    enoughThen: 'You are done.',
    desk: {
      title: 'The broker’s desk',
      cases: [
        {
          id: 'forwarded',
          from: 'An agent',
          text: 'Here is the power.',
          options: [
            { id: 'accept', label: 'Accept it', right: false, then: 'You accept it.' },
            { id: 'ask', label: 'Ask the importer', right: true, then: 'You ask.' },
          ],
          why: 'Take it from the importer.',
          rule: 'Rule 3',
        },
      ],
    },
  },
  /** Closes the report unread, takes the last way out that there is, then the first. */
  careless(scenario, state) {
    const { phase, acts } = runOf(state);
    if (phase === 'reading') return { close: true };
    if (phase === 'acting') {
      const worst = scenario.acts.findLastIndex(({ never }) => never);
      return acts.length > 0 ? { enough: true } : { act: worst };
    }
    const options = deskCase(scenario, state)?.options ?? [];
    return { option: options.findIndex(({ right }) => !right) };
  },
  controls(scenario, state, decision) {
    const button = (name: string | undefined) => ({ role: 'button', name: name ?? '' }) as const;
    const filers = filersOf(scenario, state);
    const choose = (filer: number) =>
      ({ role: 'combobox', name: 'Filer', value: filers[filer]?.label ?? '' }) as const;
    if ('ask' in decision) {
      const label = filers[decision.ask]?.label ?? '';
      return [choose(decision.ask), button(`Ask the group about ${label}`)];
    }
    if ('judge' in decision) {
      const verdict = { role: 'radio', name: scenario.verdicts[decision.verdict].label } as const;
      return [choose(decision.judge), verdict, button('Record the verdict')];
    }
    if ('act' in decision) return [button(scenario.acts[decision.act]?.label)];
    if ('option' in decision) {
      return [button(deskCase(scenario, state)?.options[decision.option]?.label)];
    }
    return [button('close' in decision ? scenario.close : scenario.enough)];
  },
};
