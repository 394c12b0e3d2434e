import { describe, expect, it } from 'vitest';
import { isReturn, screenOf } from './moves.ts';

describe('the screen of an address', () => {
  it.each([
    ['', '#/'],
    ['#/', '#/'],
    ['#/lesson/red', '#/lesson/red'],
    ['#/lesson/red#part-3', '#/lesson/red'],
    ['#/lesson/red/quiz', '#/lesson/red/quiz'],
  ])('of “%s” is “%s”', (address, screen) => {
    expect(screenOf(address)).toBe(screen);
  });
});

describe('a screen is returned to', () => {
  it.each([
    ['by a reload', undefined],
    ['by Back', { type: 'popstate', from: '#/glossary' }],
    ['from its own quiz', { type: 'link', from: '#/lesson/red/quiz' }],
    ['from its own practice', { type: 'link', from: '#/lesson/red/lab/boxes' }],
  ])('%s', (_, move) => {
    expect(isReturn('#/lesson/red', move)).toBe(true);
  });
});

describe('a screen is opened afresh', () => {
  it.each([
    ['from the overview', { type: 'link', from: '#/' }],
    ['from the bare page', { type: 'link', from: '' }],
    ['from a lesson whose name begins alike', { type: 'link', from: '#/lesson/red-tape/quiz' }],
  ])('%s', (_, move) => {
    expect(isReturn('#/lesson/red', move)).toBe(false);
  });

  it('when the overview is opened from a lesson', () => {
    expect(isReturn('#/', { type: 'link', from: '#/lesson/red' })).toBe(false);
  });
});
