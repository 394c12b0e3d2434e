import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import { hotspot, isSingle, pressRegion } from './hotspot.ts';
import type { Hotspot } from './schema.ts';

const withCorrect = (...correct: readonly number[]): Hotspot => ({
  ...example,
  regions: example.regions.map((region, index) => ({
    ...region,
    correct: correct.includes(index),
  })),
});

const withRegion = (index: number, change: Partial<Hotspot['regions'][number]>): Hotspot => ({
  ...example,
  regions: example.regions.map((region, each) =>
    each === index ? { ...region, ...change } : region,
  ),
});

const withSvg = (svg: string): Hotspot => ({ ...example, figure: { ...example.figure, svg } });

describe('authoring', () => {
  it.each([
    [
      { figure: { svg: example.figure.svg } },
      'figure.alt: Invalid key: Expected "alt" but received undefined',
    ],
    [{ figure: { ...example.figure, alt: ' ' } }, 'figure.alt: must not be empty'],
    [{ regions: example.regions.slice(2) }, 'regions: must have at least 3 regions'],
    [
      { regions: [...example.regions, ...example.regions, ...example.regions] },
      'regions: must have at most 8 regions',
    ],
  ])('refuses %#', (change, issue) => {
    expect(issuesOf(hotspot.schema, { ...authored(example), ...change })).toEqual([issue]);
  });

  it('finds that no region is correct, or all are', () => {
    expect(hotspot.findings(withCorrect())).toEqual([
      {
        rule: 'quiz/no-correct-region',
        path: ['regions'],
        message: 'No region is correct.',
        hint: 'Add `correct: true` to the region that is right.',
      },
    ]);
    expect(hotspot.findings(withCorrect(0, 1, 2, 3))).toEqual([
      {
        rule: 'quiz/all-regions-correct',
        path: ['regions'],
        message: 'All regions are correct, so choosing everything is right.',
        hint: 'Add a wrong region, or remove `correct: true` from one.',
      },
    ]);
  });

  it('finds a figure without a viewBox', () => {
    expect(hotspot.findings(withSvg('<svg width="340"></svg>'))).toEqual([
      {
        rule: 'quiz/figure-without-viewbox',
        path: ['figure', 'svg'],
        message: 'The figure does not begin with an <svg> that has a viewBox.',
        hint: 'Begin it with `<svg viewBox="0 0 340 200">`; the regions are measured in its units.',
      },
    ]);
  });

  it('finds a figure that holds more than a drawing', () => {
    const svg = '<svg viewBox="0 0 340 200" onload="go()"><script>go()</script></svg>';
    expect(hotspot.findings(withSvg(svg))).toEqual([
      {
        rule: 'quiz/unsafe-figure',
        path: ['figure', 'svg'],
        message: 'The figure holds <script>, onload.',
        hint: 'Draw with shapes and text alone, and refer only to `#ids` of the same drawing.',
      },
    ]);
  });

  it('finds a region outside the figure', () => {
    expect(hotspot.findings(withRegion(1, { width: 61 }))).toEqual([
      {
        rule: 'quiz/region-outside-figure',
        path: ['regions', 1],
        message: 'The region “Hinges” reaches beyond the figure.',
        hint: 'Keep x from 0 to 340 and y from 0 to 200, width and height included.',
      },
    ]);
  });

  it('finds a region too small to press on a phone', () => {
    expect(hotspot.findings(withRegion(0, { height: 33 }))).toEqual([
      {
        rule: 'quiz/region-too-small',
        path: ['regions', 0],
        message: 'The region “Plate” is too small for a finger on a phone.',
        hint: 'Make width and height at least 34, a tenth of the figure’s width.',
      },
    ]);
  });

  it('finds regions that overlap', () => {
    expect(hotspot.findings(withRegion(2, { x: 250 }))).toEqual([
      {
        rule: 'quiz/regions-overlap',
        path: ['regions', 2],
        message: 'The region “Seal on the handle” overlaps “Hinges”.',
        hint: 'Move one, or make it smaller: a place in the figure belongs to one region.',
      },
    ]);
  });
});

describe('answering', () => {
  it('chooses one where one is right', () => {
    expect(isSingle(withCorrect(2))).toBe(true);
    expect(pressRegion(withCorrect(2), [1], 2)).toEqual([2]);
  });

  it('chooses all that apply where several are right', () => {
    expect(isSingle(example)).toBe(false);
    expect(pressRegion(example, [2], 1)).toEqual([1, 2]);
    expect(pressRegion(example, [1, 2], 1)).toEqual([2]);
  });
});

describe('scoring', () => {
  it.each([
    ['both right regions', [1, 2], 4],
    ['one of them', [2], 2],
    ['both and a wrong one', [0, 1, 2], 2],
    ['everything', [0, 1, 2, 3], 0],
    ['wrong ones', [0, 3], 0],
  ])('gives for %s of two, %j, in quarters: %i', (_case, response, credit) => {
    expect(hotspot.score(example, response)).toBe(credit);
  });

  it('gives all or nothing where one region is right', () => {
    expect([[0], [2]].map((response) => hotspot.score(withCorrect(2), response))).toEqual([0, 4]);
  });

  it('tells about the regions touched and the right ones missed', () => {
    expect(hotspot.feedback(example, [0, 1])).toEqual([
      { option: 0, right: false, text: example.regions[0]?.feedback },
      { option: 1, right: true, text: example.regions[1]?.feedback },
      { option: 2, right: true, text: example.regions[2]?.feedback },
    ]);
  });
});

describe('saving', () => {
  it('refuses several regions where one is to be chosen', () => {
    expect(hotspot.decode(withCorrect(2), [0b110])).toBeUndefined();
    expect(hotspot.decode(withCorrect(2), [0b100])).toEqual([2]);
  });
});
