import type { Control, LabScript } from '#src/labs/lab.ts';
import { caseOnDesk, papersOf, type Decision, type State } from './model.ts';
import type { ForcedLabor, Paper } from './scenario.ts';

const paper = (id: string, kind: Paper['kind'], reaches?: true): Paper => ({
  id,
  text: `The ${id}`,
  shows: `It is a ${kind}.`,
  kind,
  ...(reaches && { reaches }),
});

const texts = { goods: 'Goods', facts: 'Held.', because: 'It fits.', proof: 'All of it.' };
const route = (label: string) => ({ label, says: `${label}.` });

export const script: LabScript<ForcedLabor, State, Decision> = {
  example: {
    draws: 3,
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
      unclear: 'Not clear.',
    },
    again: 'Once more.',
    outcomes: {
      released: 'Released.',
      exported: 'Exported.',
      blind: 'Exported unseen.',
      wasted: 'Exported for nothing.',
      excluded: 'Excluded.',
    },
    rules: { route: 'Rule 1', proof: 'Rule 2' },
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
              paper('payroll', 'conduct'),
              paper('interviews', 'conduct'),
            ],
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
  /** Asks for the first letter, and sends it by both routes at once. */
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
    if (decision.type === 'ask')
      return [{ role: 'button', name: `Ask for: ${all[decision.paper]?.paper.text ?? ''}` }];
    const ticked = all.filter(({ number }) => decision.papers & (2 ** number));
    return [
      { role: 'radio', name: scenario.routes[decision.route].label },
      ...ticked.map((piece) => ({ role: 'checkbox' as const, name: piece.paper.text })),
      { role: 'button', name: 'Send the answer' },
    ];
  },
};
