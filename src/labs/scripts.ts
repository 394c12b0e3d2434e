import type { LabModel, LabScript } from './lab.ts';
import type { LabName, LabScenario } from './registry.ts';
import { model as businessCase } from './business-case/model.ts';
import { script as businessCaseScript } from './business-case/script.ts';
import { model as importerReport } from './importer-report/model.ts';
import { script as importerReportScript } from './importer-report/script.ts';
import { model as sealCheck } from './seal-check/model.ts';
import { script as sealCheckScript } from './seal-check/script.ts';
import { model as detention } from './detention/model.ts';
import { script as detentionScript } from './detention/script.ts';
import { model as forcedLabor } from './forced-labor/model.ts';
import { script as forcedLaborScript } from './forced-labor/script.ts';
import { model as singleWindow } from './single-window/model.ts';
import { script as singleWindowScript } from './single-window/script.ts';
import { model as aquaLane } from './aqua-lane/model.ts';
import { script as aquaLaneScript } from './aqua-lane/script.ts';
import { model as cargoQueue } from './cargo-queue/model.ts';
import { script as cargoQueueScript } from './cargo-queue/script.ts';
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
  'business-case': { model: businessCase, script: businessCaseScript },
  'importer-report': { model: importerReport, script: importerReportScript },
  'seal-check': { model: sealCheck, script: sealCheckScript },
  detention: { model: detention, script: detentionScript },
  'forced-labor': { model: forcedLabor, script: forcedLaborScript },
  'single-window': { model: singleWindow, script: singleWindowScript },
  'aqua-lane': { model: aquaLane, script: aquaLaneScript },
  'cargo-queue': { model: cargoQueue, script: cargoQueueScript },
  'offender-graph': { model: offenderGraph, script: offenderGraphScript },
  'parcel-screening': { model: parcelScreening, script: parcelScreeningScript },
  'who-decides': { model: whoDecides, script: whoDecidesScript },
} satisfies { readonly [N in LabName]: ScriptedLab<LabScenario<N>> };

/** Names of all kinds. */
export const LAB_NAMES = Object.keys(SCRIPTED) as readonly LabName[];

/** A kind of lab with its script: forgets which kind it is, as `loadLab` does. */
export function scriptedLab(kind: string): ScriptedLab {
  const labs: Readonly<Record<string, unknown>> = SCRIPTED;
  const found = labs[kind];
  if (!found) throw new Error(`There is no lab of kind “${kind}”.`);
  return found as ScriptedLab;
}
