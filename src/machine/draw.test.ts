import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankItem } from '#src/course/outline.ts';
import type { ItemRef } from '#src/course/progress.ts';
import { BLOOM_LEVELS } from '#src/course/question.ts';
import { drawSitting, refKey, type Draw } from './draw.ts';

const KINDS = ['single-choice', 'ordering', 'numeric'];
const LEVELS = BLOOM_LEVELS.slice(0, 3);

/** Lessons of nine questions, three for each of three objectives. */
function bankOf(lessons: number): readonly BankItem[] {
  return Array.from({ length: lessons * 9 }, (_, index): BankItem => {
    const objective = Math.floor((index % 9) / 3);
    return {
      lesson: Math.floor(index / 9) + 1,
      question: (index % 9) + 1,
      objective,
      kind: KINDS[index % 3] ?? '',
      level: LEVELS[objective] ?? 'apply',
    };
  });
}

function draw(
  bank: readonly BankItem[],
  part: Partial<Omit<Draw, 'settings'>> & Partial<Draw['settings']> = {},
) {
  const { seed = 1, earlier = 0, asked = [], ...settings } = part;
  return drawSitting(bank, {
    seed,
    earlier,
    asked,
    settings: { questions: 30, deciding: 15, kinds: {}, levels: {}, ...settings },
  });
}

/** So many sittings in a row, each with its reserve. */
function drawInRow(bank: readonly BankItem[], seed: number, count: number): ItemRef[][] {
  const sittings: ItemRef[][] = [];
  for (let earlier = 0; earlier < count; earlier++) {
    const { items, reserve } = draw(bank, { seed, earlier, asked: sittings.flat() });
    sittings.push([...items, ...reserve]);
  }
  return sittings;
}

const itemOf = (bank: readonly BankItem[]) => (ref: ItemRef) =>
  bank.find((item) => refKey(item) === refKey(ref));

function tally<T>(items: readonly T[], keyOf: (item: T) => unknown): number[] {
  const counts = new Map<unknown, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts.values()];
}

const bank = fc
  .uniqueArray(fc.record({ lesson: fc.integer({ min: 1, max: 12 }), question: fc.nat(9) }), {
    selector: refKey,
    maxLength: 60,
  })
  .map((items) =>
    items.map((item): BankItem => ({
      ...item,
      objective: item.question % 3,
      kind: KINDS[item.question % 2] ?? '',
      level: LEVELS[item.lesson % 3] ?? 'apply',
    })),
  );
const seed = fc.nat(0xffff);

describe('a draw', () => {
  it('is the same for the same learner and sitting, and another for others', () => {
    const items = (part: Partial<Draw>) => draw(bankOf(15), part).items.map(refKey);
    expect(items({ seed: 7 })).toEqual(items({ seed: 7 }));
    expect(items({ seed: 7 })).not.toEqual(items({ seed: 8 }));
    expect(items({ seed: 7 })).not.toEqual(items({ seed: 7, earlier: 1 }));
  });

  it('holds questions of the bank, each once, as many as asked for or all there are', () => {
    fc.assert(
      fc.property(bank, seed, fc.integer({ min: 1, max: 40 }), (items, seed, questions) => {
        const drawn = draw(items, { seed, questions, deciding: 5 });
        const keys = [...drawn.items, ...drawn.reserve].map(refKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(drawn.items).toHaveLength(Math.min(questions, items.length));
        expect(keys).toHaveLength(Math.min(questions + 5, items.length));
        expect(keys.every((key) => items.some((item) => refKey(item) === key))).toBe(true);
      }),
    );
  });

  it('asks nothing twice while anything of the bank is left', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const keys = drawInRow(bankOf(15), seed, 3).flat().map(refKey);
        expect(new Set(keys).size).toBe(135);
      }),
    );
  });

  it('asks every lesson as often: twice of thirty, once more in the reserve', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const { items, reserve } = draw(bankOf(15), { seed });
        expect(tally(items, ({ lesson }) => lesson)).toEqual(Array(15).fill(2));
        expect(tally(reserve, ({ lesson }) => lesson)).toEqual(Array(15).fill(1));
      }),
    );
  });

  it('covers every objective in two sittings', () => {
    const all = bankOf(15);
    fc.assert(
      fc.property(seed, (seed) => {
        const first = draw(all, { seed }).items;
        const second = draw(all, { seed, earlier: 1, asked: first }).items;
        const objectives = [...first, ...second]
          .map(itemOf(all))
          .map((item) => `${item?.lesson}/${item?.objective}`);
        expect(new Set(objectives).size).toBe(45);
      }),
    );
  });

  it('has the mix of kinds and levels that the bank has', () => {
    const all = bankOf(15);
    fc.assert(
      fc.property(seed, (seed) => {
        const drawn = draw(all, { seed }).items.map(itemOf(all));
        expect(tally(drawn, (item) => item?.kind)).toEqual([10, 10, 10]);
        for (const count of tally(drawn, (item) => item?.level)) {
          expect(Math.abs(count - 10)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('has the mix that the course sets, as far as every lesson can be asked', () => {
    const all = bankOf(15);
    const { items } = draw(all, { kinds: { 'single-choice': 4, ordering: 13, numeric: 13 } });
    const choices = items.map(itemOf(all)).filter((item) => item?.kind === 'single-choice');
    expect(choices).toHaveLength(4);
  });
});
