import {
  choiceInteraction,
  decodeOptions,
  encodeOptions,
  findAllOptionsCorrect,
  findNoCorrectOption,
  optionFeedback,
  optionLabels,
  optionTally,
  rightOptions,
  scoreOptions,
  toggleOption,
  type Option,
} from '#src/questions/options.ts';
import type { QuestionKind, QuestionText } from '#src/questions/kind.ts';
import { figureFindings } from './findings.ts';
import { hotspotSchema, type Hotspot, type HotspotResponse } from './schema.ts';

/** The regions as options of a choice. */
export function regionOptions({ regions }: Hotspot): readonly Option[] {
  return regions.map(({ label, feedback, correct }) => ({ text: label, feedback, correct }));
}

/** Is one region to be chosen, rather than all that apply? */
export function isSingle(spec: Hotspot): boolean {
  return rightOptions(regionOptions(spec)).length === 1;
}

/** The response once that region was pressed. */
export function pressRegion(
  spec: Hotspot,
  response: HotspotResponse,
  index: number,
): HotspotResponse {
  return isSingle(spec) ? [index] : toggleOption(response, index);
}

function decode(spec: Hotspot, code: readonly number[]): HotspotResponse | undefined {
  const chosen = decodeOptions(regionOptions(spec), code);
  return chosen && chosen.length > 1 && isSingle(spec) ? undefined : chosen;
}

function texts({ figure, regions }: Hotspot): readonly QuestionText[] {
  return [
    { path: ['figure', 'alt'], role: 'alternative', text: figure.alt },
    ...regions.flatMap(({ label, feedback }, index): QuestionText[] => [
      { path: ['regions', index, 'label'], role: 'item', text: label },
      { path: ['regions', index, 'feedback'], role: 'feedback', text: feedback },
    ]),
  ];
}

/** Choose one region of a figure, or all that apply, with partial credit. */
export const hotspot = {
  kind: 'hotspot',
  schema: hotspotSchema,
  findings: (spec) => [
    ...findNoCorrectOption(regionOptions(spec), 'region'),
    ...findAllOptionsCorrect(regionOptions(spec), 'region'),
    ...figureFindings(spec),
  ],
  blank: () => [],
  isComplete: (_spec, response) => response.length > 0,
  missing: () => 'Choose a place in the figure first, or its line in the list.',
  score: (spec, response) => scoreOptions(regionOptions(spec), response),
  tally: (spec, response) => optionTally(regionOptions(spec), response),
  feedback: (spec, response) => optionFeedback(regionOptions(spec), response),
  order: ({ regions }) => [...regions.keys()],
  interaction: (spec, response) => choiceInteraction(regionOptions(spec), response),
  labels: (spec, order) => optionLabels(regionOptions(spec), order),
  encode: (_spec, response) => encodeOptions(response),
  decode,
  wording: ({ regions }) => regions.map(({ label }) => label),
  texts,
  /** Regions are named as they are in the figure: rules on wording do not apply. */
  choices: () => [],
} satisfies QuestionKind<Hotspot, HotspotResponse>;
