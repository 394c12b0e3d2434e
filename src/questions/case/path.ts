import {
  FULL_POINTS,
  type Case,
  type CaseResponse,
  type Decision,
  type DecisionOption,
} from './schema.ts';

/** One decision that was made. */
export interface Step {
  readonly decision: Decision;
  /** Authored index of the option that was chosen. */
  readonly chosen: number;
  readonly option: DecisionOption;
  /** What is to be decided next; undefined where the case ends. */
  readonly next: Decision | undefined;
}

/** Is it what should have been done? */
export function isBest({ points }: DecisionOption): boolean {
  return points === FULL_POINTS;
}

/** Only decisions further down count, so that every path comes to an end. */
function nextDecision({ decisions }: Case, from: Decision, option: DecisionOption) {
  return decisions.slice(decisions.indexOf(from) + 1).find(({ id }) => id === option.next);
}

/** Every way to decide, as steps. */
function stepsAt(spec: Case, decision: Decision): readonly Step[] {
  return decision.options.map((option, chosen) => ({
    decision,
    chosen,
    option,
    next: nextDecision(spec, decision, option),
  }));
}

/** The path of someone who always chooses so, to its end or to where nothing is chosen. */
export function followPath(
  spec: Case,
  choose: (ways: readonly Step[], place: number) => Step | undefined,
): readonly Step[] {
  const steps: Step[] = [];
  let [decision] = spec.decisions;
  while (decision) {
    const step = choose(stepsAt(spec, decision), steps.length);
    if (!step) break;
    steps.push(step);
    decision = step.next;
  }
  return steps;
}

/** The decisions that a response has made. */
export function stepsOf(spec: Case, response: CaseResponse): readonly Step[] {
  return followPath(spec, (ways, place) => ways[response[place] ?? -1]);
}

/** What is to be decided now; undefined once the case has ended. */
export function openDecision(spec: Case, response: CaseResponse): Decision | undefined {
  const last = stepsOf(spec, response).at(-1);
  return last ? last.next : spec.decisions[0];
}

/** The path of best options only; of several, a shortest one. */
export function bestPath(spec: Case): readonly Step[] {
  const from = (decision: Decision): readonly Step[] => {
    const paths = stepsAt(spec, decision)
      .filter(({ option }) => isBest(option))
      .map((step) => [step, ...(step.next ? from(step.next) : [])]);
    return paths.toSorted((a, b) => a.length - b.length)[0] ?? [];
  };
  return spec.decisions.slice(0, 1).flatMap(from);
}
