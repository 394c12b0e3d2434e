import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model } from './model.ts';
import { ROUTES, type Paper, type Route } from './scenario.ts';
import { script } from './script.ts';
import { caseOnDesk, papersAtHand, papersOf, type Decision, type State } from './state.ts';

const scenario = script.example;

/** Some decision of any type. */
function anyDecision(kind: number, wish: number, hand: readonly number[]): Decision {
  const route = ROUTES[kind];
  const papers = hand.reduce((mask, bit) => mask + (wish & bit), 0);
  if (route) return { type: 'answer', route, papers };
  return kind === ROUTES.length ? { type: 'extend' } : { type: 'ask', paper: wish % MOST };
}

/** A run of any decisions that can be taken: papers asked for, answers with some of what came. */
function wander(seed: number, wishes: readonly (readonly [number, number])[]) {
  let state = model.start(scenario, seed);
  const steps: { before: State; decision: Decision; after: State }[] = [];
  for (const [kind, wish] of wishes) {
    const one = caseOnDesk(scenario, state);
    const hand = one ? papersAtHand(one, state).map(({ number }) => 2 ** number) : [];
    const decision = anyDecision(kind, wish, hand);
    const after = model.decide(scenario, state, decision);
    if (after) steps.push({ before: state, decision, after });
    state = after ?? state;
  }
  return { steps, end: state };
}

const MOST = 8;
const anyRun = fc.tuple(
  fc.nat(),
  fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 255 })), { maxLength: 60 }),
);

/** The case of an id, alone on the desk. */
function opened(id: string): State {
  const drawn = [scenario.cases.findIndex((one) => one.id === id)];
  return { ...model.start(scenario, 1), drawn };
}

/** Decides in turn; what can’t be decided is an error of the test. */
function taken(state: State, ...decisions: Decision[]): State {
  return decisions.reduce((current, decision) => {
    const next = model.decide(scenario, current, decision);
    if (!next) throw new Error(`“${decision.type}” can’t be decided here.`);
    return next;
  }, state);
}

/** Asks for papers of some kinds, with more time where it is needed, then sends them by a route. */
function played(id: string, route: Route, kinds: readonly Paper['kind'][]): State {
  const start = opened(id);
  const one = caseOnDesk(scenario, start);
  const wanted = (one ? papersOf(one) : []).filter(({ paper }) => kinds.includes(paper.kind));
  const asks = wanted.map(({ number }): Decision => ({ type: 'ask', paper: number }));
  const papers = wanted
    .filter(({ paper }) => paper.kind !== 'refused')
    .reduce((sum, { number }) => sum + 2 ** number, 0);
  const more: Decision = { type: 'extend' };
  return taken(start, more, more, ...asks, { type: 'answer', route, papers });
}

/** All that was told. */
const told = (state: State) => state.entries.map(({ text }) => text);

describe('forced labor', () => {
  it('sends only papers that have come', () => {
    const start = model.start(scenario, 1);
    const answer = { type: 'answer', route: 'scope', papers: 1 } as const;
    expect(model.decide(scenario, start, answer)).toBeUndefined();
  });

  it('closes a case with a protest at the latest, and with an export', () => {
    fc.assert(
      fc.property(anyRun, ([seed, wishes]) => {
        for (const { before, decision, after } of wander(seed, wishes).steps) {
          const isClosed = after.place > before.place;
          if (decision.type !== 'answer') expect(isClosed).toBe(false);
          else if (before.excluded || decision.route === 'export') expect(isClosed).toBe(true);
          expect(after.place - before.place).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('judges each closed case by its route, its proof and its clock', () => {
    fc.assert(
      fc.property(anyRun, ([seed, wishes]) => {
        const { end } = wander(seed, wishes);
        expect(end.marks).toHaveLength(3 * end.place);
      }),
    );
  });

  it.each([
    ['far', 'scope', ['trace'], 'Released.'],
    ['far', 'scope', ['trace', 'claim'], 'Released.'],
    ['far', 'scope', ['trace', 'stray'], 'Another lot at the field.'],
    ['far', 'scope', ['trace', 'conduct'], 'Two routes.'],
    ['far', 'scope', ['claim'], 'Only words.'],
    ['far', 'scope', [], 'Only words.'],
    ['far', 'exception', ['trace', 'conduct'], 'The Act does not reach it.'],
    ['far', 'both', ['trace'], 'Two routes.'],
    ['far', 'export', [], 'Exported for nothing.'],
    ['near', 'exception', ['trace', 'conduct', 'guidance', 'inquiry'], 'Granted.'],
    ['near', 'exception', ['conduct', 'guidance', 'inquiry'], 'Nothing on the field.'],
    ['near', 'exception', ['trace', 'conduct', 'guidance'], 'A condition is not met.'],
    ['near', 'exception', ['trace', 'conduct', 'inquiry'], 'A condition is not met.'],
    ['near', 'exception', ['trace', 'guidance', 'inquiry'], 'Not clear.'],
    ['near', 'scope', ['trace'], 'It is reached at the field.'],
    ['closed', 'export', ['trace', 'refused'], 'Exported.'],
    ['closed', 'export', ['trace'], 'Exported unseen.'],
    ['closed', 'exception', ['trace', 'claim'], 'A condition is not met.'],
  ] as const)('case %s, answered by %s with %j: %s', (id, route, kinds, words) => {
    expect(told(played(id, route, kinds)).some((text) => text.endsWith(words))).toBe(true);
  });

  it('takes silence for an exclusion, and leaves the protest', () => {
    const all = Array.from({ length: 4 }, (_, paper): Decision => ({ type: 'ask', paper }));
    const late = taken(opened('far'), ...all);
    expect(late.excluded).toBe('silent');
    expect(late.deadline).toBe(late.day + scenario.clock.protest);
    const end = taken(late, { type: 'answer', route: 'scope', papers: 0b01010 });
    expect(end.marks.map(({ share }) => share)).toEqual([1, 0.5, 0]);
  });

  it('gives more time twice, and none once the goods are excluded', () => {
    const extend = { type: 'extend' } as const;
    const longer = taken(opened('far'), extend, extend);
    expect(longer.deadline).toBe(60);
    expect(model.decide(scenario, longer, extend)).toBeUndefined();
    const refused = taken(opened('far'), { type: 'answer', route: 'both', papers: 0 });
    expect(refused.excluded).toBe('refused');
    expect(model.decide(scenario, refused, extend)).toBeUndefined();
  });

  it('gives half of the proof for what persuades only on protest', () => {
    const refused = played('far', 'both', ['trace']);
    const end = taken(refused, { type: 'answer', route: 'scope', papers: 0b01010 });
    expect(end.marks.map(({ share }) => share)).toEqual([0.5, 0.5, 1]);
  });
});
