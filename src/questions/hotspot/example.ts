import type { Hotspot, HotspotResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Hotspot = {
  kind: 'hotspot',
  id: 'doors-of-a-container',
  number: 6,
  stem: 'Which parts of the closed doors show that nobody opened them? Choose two.',
  objective: 'check-seals',
  bloom: 'understand',
  tries: 1,
  cites: [],
  figure: {
    alt: 'The two doors of a container, with hinges, two locking bars, a plate and a seal on a handle.',
    svg: '<svg viewBox="0 0 340 200"><rect x="20" y="10" width="300" height="180" fill="var(--sheet)" stroke="var(--ink)"/><path d="M170 10v180" stroke="var(--ink)"/></svg>',
  },
  regions: [
    {
      label: 'Plate',
      x: 40,
      y: 20,
      width: 80,
      height: 40,
      correct: false,
      feedback: 'The plate tells who tested the container, and when.',
    },
    {
      label: 'Hinges',
      x: 280,
      y: 20,
      width: 40,
      height: 160,
      correct: true,
      feedback: 'Yes. Doors can be lifted off at the hinges, the seal untouched.',
    },
    {
      label: 'Seal on the handle',
      x: 180,
      y: 100,
      width: 80,
      height: 40,
      correct: true,
      feedback: 'Yes. Its number has to be that of the bill.',
    },
    {
      label: 'Floor',
      x: 40,
      y: 150,
      width: 120,
      height: 40,
      correct: false,
      feedback: 'It is hidden behind closed doors.',
    },
  ],
};

/** Its right response. */
export const rightResponse: HotspotResponse = [1, 2];
