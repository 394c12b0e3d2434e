import type { Component } from 'svelte';
import type { LabModel, LabViewProps } from './lab.ts';
import type { LabName, LabScenario } from './registry.ts';

/** A lab as it is loaded: its model and its picture. */
export interface LoadedLab<S = unknown, State = unknown, Decision = unknown> {
  readonly model: LabModel<S, State, Decision>;
  readonly Lab: Component<LabViewProps<S, State, Decision>>;
}

/** Every lab, on demand. A new one is a line here, in `registry.ts` and in `scripts.ts`. */
const LAB_LOADERS = {
  'offender-graph': () => import('./offender-graph/index.ts'),
  'parcel-screening': () => import('./parcel-screening/index.ts'),
  'who-decides': () => import('./who-decides/index.ts'),
} satisfies {
  readonly [N in LabName]: () => Promise<{ model: LabModel<LabScenario<N>, unknown, unknown> }>;
};

/**
 * Loads a kind of lab, for scenarios and states of that kind. The one place that forgets which kind
 * it is: the callers hold a scenario that this kind's schema has checked.
 */
export async function loadLab(kind: string): Promise<LoadedLab> {
  const loaders: Readonly<Record<string, () => Promise<unknown>>> = LAB_LOADERS;
  const load = loaders[kind];
  if (!load) throw new Error(`There is no lab of kind “${kind}”.`);
  return (await load()) as LoadedLab;
}
