import type { Control, LabScript } from '#src/labs/lab.ts';
import { caseOnDesk, inDays, papersOf, type Decision, type State } from './state.ts';
import type { ForcedLabor, Paper } from './scenario.ts';

const paper = (id: string, kind: Paper['kind'], reaches?: true): Paper => ({
  id,
  text: `The ${id}`,
  shows: `It is a ${kind}.`,
  days: 4,
  kind,
  ...(reaches && { reaches }),
});

const texts = { goods: 'Goods', facts: 'Held.', because: 'It fits.', proof: 'All of it.' };
const route = (label: string) => ({ label, says: `${label}.` });

export const script: LabScript<ForcedLabor, State, Decision> = {
  example: {
    draws: 3,
    clock: {
      notice: 8,
      decision: 30,
      review: 7,
      extension: 15,
      extensions: 2,
      protest: 180,
      because: 'Silence excludes.',
    },
    routes: {
      scope: route('Out of scope'),
      exception: route('Exception'),
      both: route('Both'),
      export: route('Export'),
    },
    refusals: {
      mixed: 'Two routes.',
      letter: 'Only words.',
      reached: 'It is reached at {link}.',
      stray: 'Another lot at {link}.',
      gap: 'Nothing on {link}.',
      conceded: 'The Act does not reach it.',
      unmet: 'A condition is not met.',
      unclear: 'Not clear.',
    },
    extended: 'More time, to {day}.',
    again: 'Excluded, protest by {day}.',
    outcomes: {
      released: 'Released.',
      granted: 'Granted.',
      silent: 'Nothing came.',
      exported: 'Exported.',
      blind: 'Exported unseen.',
      wasted: 'Exported for nothing.',
      denied: 'Denied.',
    },
    rules: { route: 'Rule 1', proof: 'Rule 2', clock: 'Rule 3' },
    cases: [
      {
        ...texts,
        id: 'far',
        fits: 'scope',
        links: [
          {
            id: 'field',
            label: 'the field',
            who: 'Unknown',
            papers: [paper('old-bales', 'stray'), paper('bales', 'trace')],
          },
          {
            id: 'mill',
            label: 'the mill',
            who: 'Known',
            papers: [
              paper('letter', 'claim'),
              paper('invoice', 'trace'),
              paper('payroll', 'conduct'),
            ],
          },
        ],
      },
      {
        ...texts,
        id: 'near',
        fits: 'exception',
        links: [
          {
            id: 'field',
            label: 'the field',
            who: 'Unknown',
            papers: [paper('map', 'trace', true)],
          },
          {
            id: 'mill',
            label: 'the mill',
            who: 'Known',
            papers: [
              paper('letter', 'claim'),
              paper('lots', 'trace'),
              paper('payroll', 'conduct'),
              paper('interviews', 'conduct'),
            ],
          },
          {
            id: 'own',
            label: 'your own firm',
            who: 'You',
            papers: [paper('system', 'guidance'), paper('answers', 'inquiry')],
          },
        ],
      },
      {
        ...texts,
        id: 'closed',
        fits: 'export',
        links: [
          { id: 'field', label: 'the field', who: 'Unknown', papers: [paper('letter', 'claim')] },
          {
            id: 'mill',
            label: 'the mill',
            who: 'Known',
            papers: [paper('list', 'trace', true), paper('visit', 'refused')],
          },
        ],
      },
    ],
  },
  /** Asks for the first letter, sends it by both routes at once, and protests with it. */
  careless(scenario, state) {
    const one = caseOnDesk(scenario, state);
    const letter = one && papersOf(one).find((piece) => piece.paper.kind === 'claim');
    if (!one) return undefined;
    if (!letter) return { type: 'answer', route: 'both', papers: 0 };
    if (!state.asked.includes(letter.number)) return { type: 'ask', paper: letter.number };
    return { type: 'answer', route: 'both', papers: 2 ** letter.number };
  },
  controls(scenario, state, decision): readonly Control[] {
    const one = caseOnDesk(scenario, state);
    const all = one ? papersOf(one) : [];
    if (decision.type === 'extend') return [{ role: 'button', name: 'Ask for more time' }];
    if (decision.type === 'ask') {
      const asked = all[decision.paper]?.paper;
      return asked ? [{ role: 'button', name: `Ask for: ${asked.text}, ${inDays(asked)}` }] : [];
    }
    const ticked = all.filter(({ number }) => decision.papers & (2 ** number));
    return [
      { role: 'radio', name: scenario.routes[decision.route].label },
      ...ticked.map((piece) => ({ role: 'checkbox' as const, name: piece.paper.text })),
      { role: 'button', name: decision.route === 'export' ? 'Export the goods' : 'Send the file' },
    ];
  },
};
