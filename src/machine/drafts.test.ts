import { describe, expect, it } from 'vitest';
import { blankProgress, KEPT_ASIDE, type Draft } from '#src/course/progress.ts';
import { draftOf, withDraft, withoutDraft } from './drafts.ts';

const draft = (lesson: number, question: number, value = 0): Draft => ({
  lesson,
  question,
  response: { fingerprint: 1, code: [value] },
});
const BLANK = blankProgress(7);

describe('drafts', () => {
  it('belong to their questions', () => {
    const progress = withDraft(withDraft(BLANK, draft(1, 2, 5)), draft(2, 2, 6));
    expect(draftOf(progress, { lesson: 1, question: 2 })?.code).toEqual([5]);
    expect(draftOf(progress, { lesson: 2, question: 2 })?.code).toEqual([6]);
    expect(draftOf(progress, { lesson: 1, question: 1 })).toBeUndefined();
  });

  it('take the place of the one before', () => {
    const progress = withDraft(withDraft(BLANK, draft(1, 2, 5)), draft(1, 2, 6));
    expect(progress.drafts).toEqual([draft(1, 2, 6)]);
  });

  it('go with the answer', () => {
    const progress = withDraft(withDraft(BLANK, draft(1, 1)), draft(1, 2));
    expect(withoutDraft(progress, { lesson: 1, question: 1 }).drafts).toEqual([draft(1, 2)]);
    expect(withoutDraft(withDraft(BLANK, draft(1, 1)), draft(1, 1)).drafts).toBeUndefined();
  });

  it('give way only to so many newer ones', () => {
    const lessons = Array.from({ length: KEPT_ASIDE + 1 }, (_, index) => index + 1);
    const progress = lessons.reduce((all, lesson) => withDraft(all, draft(lesson, 1)), BLANK);
    expect(progress.drafts?.map(({ lesson }) => lesson)).toEqual(lessons.slice(1));
  });
});
