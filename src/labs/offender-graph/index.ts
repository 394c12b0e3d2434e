export { model } from './model.ts';
export { default as Lab } from './Lab.svelte';
