/**
 * The contract of a practice lab: everything about it but its picture. Pure functions.
 * A lab is one folder: `scenario.ts` (the authored shape), `model.ts` (this contract), `Lab.svelte`,
 * `index.ts` (both, loaded on demand), `script.ts` (how tests operate it), tests. Three lines register
 * it: in `registry.ts`, `loaders.ts` and `scripts.ts`.
 *
 * `S` is the scenario as authored; `State` is plain JSON data; `Decision` is one thing that a learner
 * decides, plain JSON data. A state is what `start` and the decisions since make of it, and nothing
 * else: a saved run is its list of decisions. There is no clock but that which decisions move on.
 */
export interface LabModel<S, State, Decision> {
  /** The same seed gives the same run. */
  start(scenario: S, seed: number): State;
  /** What follows; undefined where this can't be decided now. Leaves `state` as it is. */
  decide(scenario: S, state: State, decision: Decision): State | undefined;
  /** Is there nothing left to decide? */
  isOver(scenario: S, state: State): boolean;
  /** Share of full marks, 0…1. Of a run that is over; only a run without a flaw has 1. */
  score(scenario: S, state: State): number;
  /** What happened so far, the newest last; it only grows. Screen readers hear what is added. */
  log(scenario: S, state: State): readonly LogEntry[];
  /** What to learn from a run that is over: at least one point, each with its rule's source. */
  debrief(scenario: S, state: State): readonly DebriefPoint[];
  /** The run for the LMS: step and what was done in it, each a short word of letters, digits and `_`. */
  steps(scenario: S, state: State): readonly (readonly [step: string, done: string])[];
  /** What an expert decides here; undefined where the run is over. From the start it earns 1. */
  expert(scenario: S, state: State): Decision | undefined;
  /** Compact form for the saved record: a non-negative integer, at most 1,000,000. */
  encode(scenario: S, decision: Decision): number;
  /** Undefined where the code does not fit the scenario. */
  decode(scenario: S, code: number): Decision | undefined;
}

/**
 * One line of what happened. `good` and `bad` are verdicts on what the learner decided, the same as
 * in the debrief; whoever shows one says it in words as well (`ToneMark`).
 */
export interface LogEntry {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
}

/** One point of the debrief. */
export interface DebriefPoint {
  readonly right: boolean;
  /** What the learner did. */
  readonly did: string;
  /** What an expert does here, and why. */
  readonly expert: string;
  /** Where the rule comes from: a citation as it stands in the scenario, such as `19 CFR 4.8`. */
  readonly rule?: string | undefined;
}

/** What every `Lab.svelte` gets. Labs are controlled: what is not a decision may live in the view. */
export interface LabViewProps<S, State, Decision> {
  scenario: S;
  /** The state of the run. (A variable called `state` would hide Svelte’s `$state`.) */
  situation: State;
  /** What the last decision brought, of the log. */
  news: readonly LogEntry[];
  /** Takes a decision; one that can't be taken now changes nothing. */
  decide: (decision: Decision) => void;
  /** The run is over: show how it ended, take no decisions. */
  isOver: boolean;
}

/** A control on the screen, as a learner finds it: by role and accessible name. */
export interface Control {
  readonly role: 'button' | 'radio' | 'checkbox' | 'combobox' | 'spinbutton' | 'textbox' | 'link';
  readonly name: string;
  /** What to choose or to type; absent: press it. */
  readonly value?: string;
}

/** How tests operate a lab. */
export interface LabScript<S, State, Decision> {
  /** A small scenario with everything in it that the model knows. */
  readonly example: S;
  /** Someone who does not think: what they decide here. Scores below 0.6. */
  careless(scenario: S, state: State): Decision | undefined;
  /** The controls that take a decision, in the order to operate them. */
  controls(scenario: S, state: State, decision: Decision): readonly Control[];
}
