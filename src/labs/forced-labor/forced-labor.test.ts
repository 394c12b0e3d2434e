import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOnDesk, model, papersAtHand, papersOf, type Decision, type State } from './model.ts';
import { ROUTES, type Paper, type Route } from './scenario.ts';
import { script } from './script.ts';

const scenario = script.example;

/** A run of any decisions that can be taken: papers asked for, answers with some of what came. */
function wander(seed: number, wishes: readonly (readonly [number, number])[]) {
  let state = model.start(scenario, seed);
  const steps: { before: State; decision: Decision; after: State }[] = [];
  for (const [kind, wish] of wishes) {
    const one = caseOnDesk(scenario, state);
    const hand = one ? papersAtHand(one, state).map(({ number }) => 2 ** number) : [];
    const papers = hand.reduce((mask, bit) => mask + (wish & bit), 0);
    const route = ROUTES[kind];
    const decision: Decision = route
      ? { type: 'answer', route, papers }
      : { type: 'ask', paper: wish % MOST };
    const after = model.decide(scenario, state, decision);
    if (after) steps.push({ before: state, decision, after });
    state = after ?? state;
  }
  return { steps, end: state };
}

const MOST = 6;
const anyRun = fc.tuple(
  fc.nat(),
  fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 63 })), { maxLength: 60 }),
);

/** Plays the case of an id: asks for everything, then answers with papers of some kinds. */
function played(id: string, route: Route, kinds: readonly Paper['kind'][]): State {
  const drawn = [scenario.cases.findIndex((one) => one.id === id)];
  let state: State = { ...model.start(scenario, 1), drawn };
  const one = caseOnDesk(scenario, state);
  const papers = one ? papersOf(one) : [];
  for (const { number } of papers)
    state = model.decide(scenario, state, { type: 'ask', paper: number }) ?? state;
  const mask = papers
    .filter(({ paper }) => kinds.includes(paper.kind))
    .reduce((sum, { number }) => sum + 2 ** number, 0);
  return model.decide(scenario, state, { type: 'answer', route, papers: mask }) ?? state;
}

/** Where the last answer led. */
const lastWords = (state: State) => state.entries.at(-1)?.text ?? '';

describe('forced labor', () => {
  it('sends only papers that have come', () => {
    const start = model.start(scenario, 1);
    const answer = { type: 'answer', route: 'scope', papers: 1 } as const;
    expect(model.decide(scenario, start, answer)).toBeUndefined();
  });

  it('closes a case after two answers at the most, and after one export', () => {
    fc.assert(
      fc.property(anyRun, ([seed, wishes]) => {
        for (const { before, decision, after } of wander(seed, wishes).steps) {
          const isClosed = after.place > before.place;
          if (decision.type === 'ask') expect(isClosed).toBe(false);
          else if (before.refused || decision.route === 'export') expect(isClosed).toBe(true);
          expect(after.place - before.place).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('judges each closed case by its route and its proof', () => {
    fc.assert(
      fc.property(anyRun, ([seed, wishes]) => {
        const { end } = wander(seed, wishes);
        expect(end.marks).toHaveLength(2 * end.place);
      }),
    );
  });

  it.each([
    ['far', 'scope', ['trace'], 'Released.'],
    ['far', 'scope', ['trace', 'claim'], 'Released.'],
    ['far', 'scope', ['trace', 'stray'], 'Once more.'],
    ['far', 'scope', ['trace', 'conduct'], 'Once more.'],
    ['far', 'scope', ['claim'], 'Once more.'],
    ['far', 'exception', ['trace', 'conduct'], 'Once more.'],
    ['far', 'both', ['trace'], 'Once more.'],
    ['far', 'export', [], 'Exported for nothing.'],
    ['near', 'exception', ['conduct'], 'Released.'],
    ['near', 'exception', ['trace', 'claim'], 'Once more.'],
    ['near', 'scope', ['trace'], 'Once more.'],
    ['closed', 'export', [], 'Exported.'],
    ['closed', 'exception', ['trace', 'claim'], 'Once more.'],
  ] as const)('case %s, answered by %s with %j: %s', (id, route, kinds, words) => {
    expect(lastWords(played(id, route, kinds)).endsWith(words)).toBe(true);
  });
});
