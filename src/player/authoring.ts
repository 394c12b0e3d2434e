import { createContext } from 'svelte';
import type * as components from './authoring/components.ts';

/**
 * All that a lesson may import. The build adds the import to each text that uses a component; the
 * player provides the components. So a lesson's chunk carries its text alone, and none of theirs.
 */
export const [authoringKit, provideAuthoringKit] = createContext<typeof components>();
