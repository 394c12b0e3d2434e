import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { lessonMachine } from './lesson-machine.ts';

function reading(parts: number, part: number) {
  const reached: number[] = [];
  const actor = createActor(lessonMachine, { input: { parts, part } });
  actor.on('part.reached', (fact) => reached.push(fact.part));
  return { actor: actor.start(), reached };
}

describe('the reading of a lesson', () => {
  it('begins at the part where it was left', () => {
    expect(reading(4, 3).actor.getSnapshot().context.part).toBe(3);
  });

  it.each([
    ['above the last', 9, 4],
    ['below the first', 0, 1],
  ])('begins inside the lesson when a bookmark points %s', (_where, bookmark, part) => {
    expect(reading(4, bookmark).actor.getSnapshot().context.part).toBe(part);
  });

  it('tells each part that is reached, once', () => {
    const { actor, reached } = reading(4, 1);
    for (const part of [2, 2, 3]) actor.send({ type: 'part.enter', part });
    expect(reached).toEqual([2, 3]);
  });

  it('follows the learner back', () => {
    const { actor, reached } = reading(4, 3);
    actor.send({ type: 'part.enter', part: 1 });
    expect(reached).toEqual([1]);
    expect(actor.getSnapshot().context.part).toBe(1);
  });

  it('may skip parts', () => {
    const { actor, reached } = reading(4, 1);
    actor.send({ type: 'part.enter', part: 4 });
    expect(reached).toEqual([4]);
  });

  it.each([0, -1, 5])('takes no notice of a part that does not exist: %i', (part) => {
    const { actor, reached } = reading(4, 2);
    actor.send({ type: 'part.enter', part });
    expect(reached).toEqual([]);
    expect(actor.getSnapshot().context.part).toBe(2);
  });
});

describe('the end of a lesson', () => {
  it('is its last part', () => {
    const { actor } = reading(3, 1);
    expect(actor.getSnapshot().hasTag('end')).toBe(false);
    actor.send({ type: 'part.enter', part: 3 });
    expect(actor.getSnapshot().hasTag('end')).toBe(true);
  });

  it('is left again on the way back', () => {
    const { actor } = reading(3, 3);
    actor.send({ type: 'part.enter', part: 2 });
    expect(actor.getSnapshot().hasTag('end')).toBe(false);
  });

  it('is there from the start in a lesson of one part', () => {
    expect(reading(1, 1).actor.getSnapshot().hasTag('end')).toBe(true);
  });

  it('is exactly at the last part, whatever the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(6)), (parts, way) => {
        const { actor } = reading(parts, 1);
        for (const part of way) actor.send({ type: 'part.enter', part });
        const snapshot = actor.getSnapshot();
        expect(snapshot.hasTag('end')).toBe(snapshot.context.part === parts);
      }),
    );
  });
});
