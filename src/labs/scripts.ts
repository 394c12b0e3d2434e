import type { LabModel, LabScript } from './lab.ts';
import type { LabName, LabScenario } from './registry.ts';
import { model as offenderGraph } from './offender-graph/model.ts';
import { script as offenderGraphScript } from './offender-graph/script.ts';
import { model as parcelScreening } from './parcel-screening/model.ts';
import { script as parcelScreeningScript } from './parcel-screening/script.ts';
import { model as whoDecides } from './who-decides/model.ts';
import { script as whoDecidesScript } from './who-decides/script.ts';

/** A lab and how tests operate it. */
export interface ScriptedLab<S = unknown, State = unknown, Decision = unknown> {
  readonly model: LabModel<S, State, Decision>;
  readonly script: LabScript<S, State, Decision>;
}

/** For the tests and the bench only. A new one is a line here, in `registry.ts` and in `loaders.ts`. */
const SCRIPTED = {
  'offender-graph': { model: offenderGraph, script: offenderGraphScript },
  'parcel-screening': { model: parcelScreening, script: parcelScreeningScript },
  'who-decides': { model: whoDecides, script: whoDecidesScript },
} satisfies { readonly [N in LabName]: ScriptedLab<LabScenario<N>, unknown, unknown> };

/** Names of all kinds. */
export const LAB_NAMES = Object.keys(SCRIPTED) as readonly LabName[];

/** A kind of lab with its script: forgets which kind it is, as `loadLab` does. */
export function scriptedLab(kind: string): ScriptedLab {
  const labs: Readonly<Record<string, unknown>> = SCRIPTED;
  const found = labs[kind];
  if (!found) throw new Error(`There is no lab of kind “${kind}”.`);
  return found as ScriptedLab;
}
