/** What is to be done, as a heading. */
export const TASKS = {
  check: 'Read the file. Tick each condition that is met now.',
  ask: 'What do you do about this call now?',
  start: 'The vessel is alongside, and the call is approved. Tick what may start now.',
  gate: 'Truckers wait for these boxes. Tick those that may leave now.',
} as const;

/** Buttons under a list of ticks. */
export const BUTTONS = {
  check: 'Note what is met',
  start: 'Start what is ticked',
  gate: 'Settle the gate and go on',
} as const;
