/** The components that a lesson's text may use. A new one is a line here and a name in `markup.js`. */
export { default as Callout } from './Callout.svelte';
export { default as Check } from './Check.svelte';
export { default as EditorNote } from './EditorNote.svelte';
export { default as Figure } from './Figure.svelte';
export { default as Practice } from './Practice.svelte';
export { default as Reveal } from './Reveal.svelte';
export { default as SinceThen } from './SinceThen.svelte';
export { default as Term } from './Term.svelte';
