import { mount } from 'svelte';
import '#src/ui/styles/tokens.css';
import '#src/ui/styles/fonts.css';
import './page/page.css';
import App from './page/App.svelte';
import { SimulatorState } from './runtime/simulator.svelte.ts';

const query = new URLSearchParams(location.search);
const sim = new SimulatorState(query);
window.simulator = sim;

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { sim, launchNow: query.get('launch') === '1' } });
