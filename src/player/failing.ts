/** What can fail by itself as it is drawn: its name for the learner, and what to do. */
export const ADVICE = {
  course: ['The course', 'Try again. If that does not help, leave it and start it again.'],
  page: ['This page', 'Try again, or go on from the overview.'],
  text: ['The text of this lesson', 'Try again. The links below and beside it still work.'],
  check: ['This question', 'Try again, or read on: it is not scored.'],
  question: ['This question', 'Try again, or go on with another lesson and come back to it.'],
  practice: ['This practice', 'Try again, or go on with the lesson and come back to it.'],
} as const;

export type Failing = keyof typeof ADVICE;
