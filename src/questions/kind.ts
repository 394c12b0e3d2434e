import type { GenericSchema, InferOutput } from 'valibot';
import type { InteractionBody, Labels } from '#src/course/interaction.ts';
import type { Credit, QuestionBase } from '#src/course/question.ts';

/** The spec that a kind's schema yields, with the number that the register adds. */
export type SpecOf<T extends GenericSchema> = InferOutput<T> & Pick<QuestionBase, 'number'>;

/**
 * The contract of a question kind: everything about it but its picture. Pure functions.
 * A kind is one folder: `schema.ts` (the authored shape), `<kind>.ts` (this contract),
 * `View.svelte`, `example.ts`, tests. Two lines register it: in `registry.ts` and `views.ts`.
 *
 * `S` is the spec as authored and read; `R` is the learner's response, plain JSON data.
 * A response names options by their authored index, never by their shuffled place.
 */
export interface QuestionKind<S extends QuestionBase, R> {
  readonly kind: S['kind'];
  /** The authored shape, `kind` included; `number` is added by the register. */
  readonly schema: GenericSchema<unknown, Omit<S, 'number'>>;
  /** What the schema can't say. Empty: the spec is sound. */
  findings(spec: S): readonly Finding[];
  /** The response before the learner did anything. */
  blank(spec: S): R;
  /** Can this response be submitted? "Not yet answered" is never a zero. */
  isComplete(spec: S, response: R): boolean;
  /** Its view leads through steps of its own: until the last, `missing` stands for the button that submits. */
  readonly isLed?: true;
  /**
   * What to do before an incomplete response can be submitted, such as `Choose a partner for PGA.`
   * Undefined where the view says it itself. The view marks the control to do it with `data-open`.
   */
  missing(spec: S, response: R): string | undefined;
  /** What a complete response earns. */
  score(spec: S, response: R): Credit;
  /** For a kind with partial credit: how much of a response was right, such as `2 of 3 right`. */
  tally?(spec: S, response: R): string;
  /** What to tell about the response: never empty, teaches for every option that was touched. */
  feedback(spec: S, response: R): readonly Feedback[];
  /**
   * Authored indices in the order to show them; the same seed gives the same order. The kind
   * decides whether it shuffles. Empty where there is nothing to put in order.
   */
  order(spec: S, seed: number): readonly number[];
  interaction(spec: S, response: R): InteractionBody;
  /** What the ids of `interaction` stand for, shown in that order. */
  labels(spec: S, order: readonly number[]): Labels;
  /** Compact form for the saved record: non-negative integers, at most 1,000,000 each. */
  encode(spec: S, response: R): readonly number[];
  /** Undefined where the code does not fit the spec. */
  decode(spec: S, code: readonly number[]): R | undefined;
  /** The texts that a saved response depends on; another text makes another fingerprint. */
  wording(spec: S): readonly string[];
  /** Every text that a learner can read in it, but stem and explanation, which all kinds have. */
  texts(spec: S): readonly QuestionText[];
  /** What it gives to choose from, one set for each choice; empty where nothing is chosen. */
  choices(spec: S): readonly ChoiceSet[];
}

/**
 * A text of a question. `prompt` asks something further; `item` is what a learner chooses, moves or
 * matches; `feedback` answers; `alternative` stands for a picture; `label` is any other word.
 */
export interface QuestionText {
  /** Leads to it inside the question, for the line number. */
  readonly path: readonly (string | number)[];
  readonly role: 'prompt' | 'item' | 'feedback' | 'alternative' | 'label';
  readonly text: string;
}

/** Options of which one or several are right, as item writers' rules look at them. */
export interface ChoiceSet {
  /** Leads to the list of options inside the question. */
  readonly path: readonly (string | number)[];
  /** What is asked of them: the stem, or the prompt of a step. */
  readonly prompt: string;
  /** As authored. */
  readonly options: readonly { readonly text: string; readonly correct: boolean }[];
  /** How many options such a set should have. */
  readonly sensible: { readonly min: number; readonly max: number };
}

/** A flaw in an authored question. `path` leads to it inside the question, for the line number. */
export interface Finding {
  readonly rule: string;
  readonly path: readonly (string | number)[];
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}

/** One remark on a response. `option` is the authored index it belongs to; absent: the whole. */
export interface Feedback {
  readonly option?: number | undefined;
  /** Is that which it speaks of right? A right option that was missed gets a remark that says so. */
  readonly right: boolean;
  readonly text: string;
}

/** What every `View.svelte` gets. Views are controlled: they hold no answer of their own. */
export interface QuestionViewProps<S extends QuestionBase, R> {
  question: S;
  response: R;
  onrespond: (response: R) => void;
  /** True once submitted: shows what was right and the feedback, takes no input. */
  review: boolean;
  /** Authored indices in the order to show them. */
  order: readonly number[];
  /** Id of the element that holds the stem, for `aria-labelledby`. */
  labelledby: string;
}
