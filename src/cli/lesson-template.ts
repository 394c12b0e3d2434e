/** Text of a new lesson: sound as it stands, so that only its words have to change. */
export function lessonTemplate(slug: string): string {
  const title = slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
  const today = new Date().toISOString().slice(0, 10);
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
reviewed: '${today}'
---

## A real situation first

Say what happens to whom, and what is at stake. Mark terms of the glossary like this:
<Term id="cbp">CBP</Term>.

<EditorNote>

What the recap prints, what is right, and where that is known from.

</EditorNote>

<Check id="first-check" />

## What to keep

One screen that sums it up.
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
    cites: []
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
    cites: []
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
    cites: []
    answer: 7
    unit: days
    right: Say what follows from it.
    wrong: Say how to find it.
`;
}
