/** All that a lesson's text may use. Lessons import nothing: the build adds what they name. */
export { default as Callout } from './authoring/Callout.svelte';
export { default as Check } from './authoring/Check.svelte';
export { default as EditorNote } from './authoring/EditorNote.svelte';
export { default as Figure } from './authoring/Figure.svelte';
export { default as SinceThen } from './authoring/SinceThen.svelte';
export { default as Term } from './authoring/Term.svelte';
