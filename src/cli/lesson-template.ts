import { today } from './today.ts';

/** Text of a new lesson: sound as it stands, so that only its words have to change. */
export function lessonTemplate(slug: string): string {
  const title = slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
  return `---
title: ${title}
summary: One line for the overview
module: panels
session: S8
speaker: Who spoke, or which panel it was
minutes: 6
objectives:
  - id: first-objective
    text: Start with a verb, such as name, decide, order
    bloom: understand
sources:
  - recap
reviewed: '${today()}'
---

## A real situation first

Say what happens to whom, and what is at stake.

Mark terms of the glossary like this: <Term id="cbp">CBP</Term>.

<EditorNote>

What the recap prints, what is right, and where that is known from.

</EditorNote>

<Check id="first-check" />

## What to keep

One screen that sums it up.
`;
}

/** Claims of a new lesson. */
export function claimsTemplate(): string {
  return `# yaml-language-server: $schema=../../docs/schemas/claims.schema.json
# Where each sentence with a number, a date, a name or a rule comes from, by its first words.
claims:
  - says:
      - Mark terms of the glossary like this
    basis: course
  # - says:
  #     - The first words of one sentence
  #     - The first words of another with the same source
  #   cites:
  #     - source: recap
  #       quote: at most 25 words, exactly as they stand there
  #       session: S10 # where it is not the lesson’s own
`;
}

/** Quiz of a new lesson. */
export function quizTemplate(): string {
  return `# yaml-language-server: $schema=../../docs/schemas/quiz.schema.json
questions:
  - id: first-question
    kind: single-choice
    stem: What is asked here?
    objective: first-objective
    bloom: understand
    cites:
      - source: recap
        quote: CBP must still release items
        session: S10
    options:
      - text: The right answer
        correct: true
        feedback: Say why it is right.
      - text: A tempting wrong answer
        feedback: Say why it tempts and what is wrong with it.
      - text: Another tempting wrong answer
        feedback: Say why it tempts and what is wrong with it.
  - id: second-question
    kind: numeric
    stem: How many hours does a day have?
    objective: first-objective
    bloom: apply
    cites:
      - source: recap
        quote: CBP must still release items
        session: S10
    answer: 24
    unit: hours
    right: Say what follows from it.
    wrong: Say how to find it.
checks:
  - id: first-check
    kind: numeric
    stem: How many days are there in a week?
    objective: first-objective
    bloom: remember
    cites:
      - source: recap
        quote: CBP must still release items
        session: S10
    answer: 7
    unit: days
    right: Say what follows from it.
    wrong: Say how to find it.
`;
}
