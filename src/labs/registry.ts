import * as v from 'valibot';
import { labEntries } from '#src/course/schemas.ts';
import { offenderGraphScenario } from './offender-graph/scenario.ts';
import { parcelScreeningScenario } from './parcel-screening/scenario.ts';
import { whoDecidesScenario } from './who-decides/scenario.ts';

/** The authored shape of every kind of lab. A new one is a line here, in `loaders.ts` and in `scripts.ts`. */
export const LAB_SCENARIOS = {
  'offender-graph': offenderGraphScenario,
  'parcel-screening': parcelScreeningScenario,
  'who-decides': whoDecidesScenario,
} as const;

/** Names of the kinds, as authored in `kind`. */
export type LabName = keyof typeof LAB_SCENARIOS;

export type LabScenario<N extends LabName> = v.InferOutput<(typeof LAB_SCENARIOS)[N]>;

/** A lab as authored, of any kind. */
export const labSchema = v.variant(
  'kind',
  Object.entries(LAB_SCENARIOS).map(([kind, scenario]) =>
    v.strictObject({ kind: v.literal(kind), ...labEntries, scenario }),
  ),
);
export type AuthoredLab = v.InferOutput<typeof labSchema>;
