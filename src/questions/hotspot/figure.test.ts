import { describe, expect, it } from 'vitest';
import { foreignParts, isInside, overlap, placeOn, smallestSide, viewBoxOf } from './figure.ts';

const BOX = { x: 0, y: 0, width: 200, height: 100 };
const at = (x: number, y: number, width = 40, height = 40) => ({ x, y, width, height });

describe('the viewBox', () => {
  it.each([
    ['<svg viewBox="0 0 200 100">', BOX],
    [' <svg\n  class="a" viewBox = \'-10, 5 200.5 100\'>', at(-10, 5, 200.5, 100)],
  ])('of %s is read', (svg, box) => {
    expect(viewBoxOf(svg)).toEqual(box);
  });

  it.each([
    '<svg width="200" height="100">',
    '<svg viewBox="">',
    '<svg viewBox="0 0 200">',
    '<svg viewBox="0 0 0 100">',
    '<svg viewBox="0 0 wide 100">',
    '<g viewBox="0 0 200 100">',
    'A drawing: <svg viewBox="0 0 200 100">',
  ])('of %s is none', (svg) => {
    expect(viewBoxOf(svg)).toBeUndefined();
  });
});

describe('a region', () => {
  it('keeps its place in percent of the figure', () => {
    expect(placeOn(at(-100, 0, 200, 100), at(-50, 10, 20, 50))).toEqual(at(25, 10, 10, 50));
  });

  it.each([
    [at(0, 0), true],
    [at(160, 60), true],
    [at(161, 60), false],
    [at(160, 61), false],
    [at(-1, 0), false],
    [at(0, -1), false],
  ])('%j lies inside: %s', (region, inside) => {
    expect(isInside(BOX, region)).toBe(inside);
  });

  it('may touch another', () => {
    expect(overlap(at(0, 0), at(40, 0))).toBe(false);
    expect(overlap(at(0, 0), at(0, 40))).toBe(false);
    expect(overlap(at(0, 0), at(39, 39))).toBe(true);
  });

  it('needs a tenth of the figure’s width', () => {
    expect(smallestSide(BOX)).toBe(20);
  });
});

describe('a drawing', () => {
  it.each([
    '<svg viewBox="0 0 9 9"><!-- a box --><rect width="3" fill="url(#hatch)"/></svg>',
    '<svg viewBox="0 0 9 9"><defs><path id="a" d="M0 0"/></defs><use href="#a"/></svg>',
    '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><text>one = 1</text></svg>',
  ])('may hold shapes, text and references to itself: %s', (svg) => {
    expect(foreignParts(svg)).toEqual([]);
  });

  it.each([
    ['<script>alert(1)</script>', ['<script>']],
    ['<style>p { color: red }</style>', ['<style>']],
    ['<foreignObject/>', ['<foreignObject>']],
    ['<animate attributeName="x"/>', ['<animate>']],
    ['<rect onclick="go()"/>', ['onclick']],
    ['<rect\nONLOAD = "go()"/>', ['ONLOAD']],
    ['<image href="boat.png"/>', ['<image>', 'boat.png']],
    ['<a href="javascript:go()"/>', ['<a>', 'javascript:go()']],
    ['<use xlink:href="https://example.org/a.svg#b"/>', ['https://example.org/a.svg#b']],
    ['<rect fill="url(//example.org/a.svg#b)"/>', ['//example.org/a.svg#b']],
    ['<use href="data:image/svg+xml,x"/>', ['data:image/svg+xml,x']],
  ])('may not hold %s', (part, found) => {
    expect(foreignParts(`<svg viewBox="0 0 9 9">${part}</svg>`)).toEqual(found);
  });
});
