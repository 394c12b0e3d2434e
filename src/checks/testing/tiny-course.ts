import { writeDigest } from '#src/content/digest.ts';
import { memoryReader, type ContentReader } from '#src/content/reader.ts';
import { extendRegister, EMPTY_REGISTER, writeRegister } from '#src/content/register.ts';
import type { Example } from '#src/checks/rule.ts';

const QUIZ = `questions:
  - id: first-question
    kind: single-choice
    stem: Which box is held?
    objective: tell-boxes-apart
    bloom: understand
    cites:
      - source: recap
        quote: CBP must still release items
    options:
      - text: The red one
        correct: true
        feedback: Red means held on this dock.
      - text: The green one
        feedback: Green means released.
      - text: The blue one
        feedback: No box on this dock is blue.
  - id: second-question
    kind: numeric
    stem: How many boxes may leave this dock today?
    objective: tell-boxes-apart
    bloom: apply
    cites: [{ source: recap, quote: CBP must still release items }]
    answer: 1
    unit: box
    right: The green box may leave.
    wrong: Count those that are released.
checks:
  - id: quick-check
    kind: numeric
    stem: How many boxes are there?
    objective: tell-boxes-apart
    bloom: remember
    cites: [{ source: recap, quote: Vessel can dock, session: S10 }]
    answer: 2
    unit: boxes
    right: One red, one green.
    wrong: Count the red one and the green one.
`;

const OTHER_QUIZ = `questions:
  - id: first-question
    kind: single-choice
    stem: What does a green label tell you?
    objective: tell-boxes-apart
    bloom: understand
    cites: [{ source: recap, quote: CBP must still release items }]
    options:
      - text: Somebody has to look inside
        feedback: That is what a red label asks for.
      - text: The goods are free to go
        correct: true
        feedback: Green means released.
      - text: Nobody has paid yet
        feedback: Payment has no color here.
  - id: second-question
    kind: ordering
    stem: Put the steps of a release in order.
    objective: tell-boxes-apart
    bloom: apply
    cites: [{ source: recap, quote: CBP must still release items }]
    steps:
      - text: Look inside
        feedback: The label is still red.
      - text: Change the label
        feedback: It turns green after the look.
      - text: Open the gate
        feedback: Green boxes may leave.
    wrong: The label changes before the gate opens.
`;

/** One question for the final assessment; no file of the small course has it. */
export const TINY_EXAM = `questions:
  - id: exam-question
    kind: single-choice
    stem: A forklift stands before three boxes. Which may it lift onto the truck?
    objective: tell-boxes-apart
    bloom: apply
    cites: [{ source: recap, quote: CBP must still release items }]
    options:
      - text: The one with a green label
        correct: true
        feedback: Green means released, so it may go.
      - text: The one with a red label
        feedback: Red means held on this dock.
      - text: The one without a label
        feedback: Nobody has released it yet.
`;

const LESSON = `---
title: Boxes
summary: Two boxes
module: only
session: S1
speaker: A docker
minutes: 5
objectives:
  - id: tell-boxes-apart
    text: Tell a held box from a released one
    bloom: understand
sources:
  - recap
reviewed: '2026-11-24'
---

## Two boxes

One is red, one is green: a <Term id="box">box</Term>.

<Check id="quick-check" />
`;

const COURSE = `id: tiny-course
title: Tiny course
shortTitle: Tiny
event: A dock
lede: Two boxes on a dock.
description: Two boxes on a dock.
language: en
passMark: 80
modules:
  - id: only
    title: Only module
    subtitle: One dock
`;

const OTHER_LESSON = LESSON.replace('Boxes', 'More boxes')
  .replace('<Term id="box">box</Term>', 'box')
  .replace(/<Check.*\n/, '');

/** The one source: two sessions, in words that the examples quote. */
const RECAP = `## S1
CBP must still release items. Every red box is held.
## S10
Vessel can dock, hook up to power, and begin unlading. CBP must still release items.
`;

/** The day on which the small course is checked. */
export const TODAY = '2026-11-25';

/** Files of a small, sound course of two lessons. */
export const TINY_COURSE: Readonly<Record<string, string>> = {
  'course.yaml': COURSE,
  'glossary.yaml': 'box:\n  term: Box\n  definition: A container.\n',
  'sources.yaml':
    "recap:\n  title: The recap\n  read: whole\n  opened: '2026-11-24'\n  reviewBy: '2027-11-24'\n  quoted: true\n",
  'recap.digest.json': writeDigest(RECAP) ?? '',
  'ids.json': writeRegister(
    extendRegister(
      EMPTY_REGISTER,
      new Map([
        ['boxes', ['first-question', 'quick-check', 'second-question']],
        ['more-boxes', ['first-question', 'second-question']],
      ]),
    ),
  ),
  '01-boxes/index.md': LESSON,
  '01-boxes/quiz.yaml': QUIZ,
  '02-more-boxes/index.md': OTHER_LESSON,
  '02-more-boxes/quiz.yaml': OTHER_QUIZ,
};

/** A question and another one for the same objective. */
export const EXAM_OF_TWO = `${TINY_EXAM}  - id: other-exam-question
    kind: numeric
    stem: Five boxes are red, and seven of the rest are green. How many leave?
    objective: tell-boxes-apart
    bloom: apply
    cites: [{ source: recap, quote: CBP must still release items }]
    answer: 7
    unit: boxes
    right: The green ones are released.
    wrong: Count the green ones alone.
`;

/** The small course with questions of its own for the final assessment. */
export const WITH_EXAM: Example['files'] = {
  '01-boxes/exam.yaml': EXAM_OF_TWO,
  'ids.json': writeRegister(
    extendRegister(
      EMPTY_REGISTER,
      new Map([
        [
          'boxes',
          [
            'first-question',
            'quick-check',
            'second-question',
            'exam-question',
            'other-exam-question',
          ],
        ],
        ['more-boxes', ['first-question', 'second-question']],
      ]),
    ),
  ),
};

/** The small course with an example's changes. @throws where a replacement finds nothing. */
export function tinyCourse(files: Example['files'] = {}): ContentReader {
  const texts = new Map(Object.entries(TINY_COURSE));
  for (const [file, change] of Object.entries(files)) {
    if (change === null) texts.delete(file);
    else if (typeof change === 'string') texts.set(file, change);
    else texts.set(file, replaced(file, texts.get(file) ?? '', change));
  }
  return memoryReader(Object.fromEntries(texts));
}

function replaced(file: string, text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${file}.`);
  return text.replace(from, to);
}
