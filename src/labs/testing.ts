import type { LabModel } from './lab.ts';

/** A lab with a scenario, to be run. */
interface Runnable<S, State, Decision> {
  readonly model: LabModel<S, State, Decision>;
  readonly scenario: S;
  readonly seed: number;
}

/** All states of a run whose decisions are chosen turn by turn, to where none is chosen or possible. */
export function statesOf<S, State, Decision>(
  { model, scenario, seed }: Runnable<S, State, Decision>,
  choose: (state: State, turn: number) => Decision | undefined,
): State[] {
  let state = model.start(scenario, seed);
  const states = [state];
  for (;;) {
    const decision = choose(state, states.length - 1);
    const next = decision === undefined ? undefined : model.decide(scenario, state, decision);
    if (next === undefined) return states;
    state = next;
    states.push(state);
  }
}

/** All states of a run over decisions of any kind: those that can't be taken are passed over. */
export function wander<S, State, Decision>(
  { model, scenario, seed }: Runnable<S, State, Decision>,
  codes: readonly number[],
): State[] {
  let state = model.start(scenario, seed);
  const states = [state];
  for (const code of codes) {
    const decision = model.decode(scenario, code);
    const next = decision === undefined ? undefined : model.decide(scenario, state, decision);
    if (next === undefined) continue;
    state = next;
    states.push(state);
  }
  return states;
}
