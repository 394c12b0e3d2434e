import { describe, expect, it } from 'vitest';
import { lessonAddress, partAddress, partInAddress, quizAddress } from './addresses.ts';

describe('the part that an address names', () => {
  it('is the one that it was made for', () => {
    expect(partInAddress(partAddress('boxes', 12))).toBe(12);
  });

  it('is none where the address names a lesson, its quiz, or nonsense', () => {
    expect(partInAddress(lessonAddress('boxes'))).toBeUndefined();
    expect(partInAddress(quizAddress('boxes'))).toBeUndefined();
    expect(partInAddress('#/lesson/boxes#part-0')).toBeUndefined();
    expect(partInAddress('#/lesson/boxes#part-two')).toBeUndefined();
  });
});
