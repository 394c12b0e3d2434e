import { expect, it } from 'vitest';
import { activeTime } from './active-time.ts';

/** A page whose clock moves when told. */
function page() {
  const document = new EventTarget();
  let clock = 1_000;
  // The two things that are read of a window.
  const window = { document, performance: { now: () => clock } } as unknown as Window;
  return {
    read: activeTime(window),
    pass: (minutes: number) => (clock += minutes * 60_000),
    sign: (name = 'keydown') => document.dispatchEvent(new Event(name)),
  };
}

const minutes = (count: number) => count * 60_000;

it('counts all the time in which somebody shows a sign of life now and then', () => {
  const { read, pass, sign } = page();
  for (const name of ['keydown', 'pointerdown', 'scroll', 'pointermove']) {
    pass(4);
    sign(name);
  }
  pass(1);
  expect(read()).toBe(minutes(17));
});

it('counts no more than five minutes of idleness or sleep, however often it is asked', () => {
  const { read, pass, sign } = page();
  pass(2);
  sign();
  for (let hour = 0; hour < 8; hour++) {
    pass(60);
    expect(read()).toBe(minutes(7));
  }
  sign();
  pass(1);
  expect(read()).toBe(minutes(8));
});

it('never counts backwards', () => {
  const { read, pass } = page();
  pass(3);
  pass(-10);
  expect(read()).toBe(0);
});
