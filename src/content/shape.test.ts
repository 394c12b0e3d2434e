import { describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import { claimsSchema, courseSchema, glossarySchema, lessonSchema } from '#src/course/schemas.ts';
import { labsSchema, quizSchema } from './load-course.ts';
import { formatProblem } from './problem.ts';
import { shape } from './shape.ts';
import { parseYaml } from './yaml-file.ts';

const COURSE = `id: docks
title: Docks
shortTitle: Docks
event: A dock
lede: Boxes on a dock.
description: Boxes on a dock.
language: en
passMark: 80
modules:
  - id: only
    title: Only module
    subtitle: One dock
`;

const FRONTMATTER = `title: Boxes
summary: Two boxes
module: only
session: S1
speaker: A docker
minutes: 5
objectives:
  - id: tell-boxes-apart
    text: Tell boxes apart
    bloom: understand
sources:
  - recap
reviewed: '2026-11-24'
`;

const QUIZ = `questions:
  - id: held-box
    kind: single-choice
    stem: Which box is held?
    objective: tell-boxes-apart
    bloom: remember
    cites:
      - source: recap
    options:
      - text: The red one
        correct: true
        feedback: Red means held.
      - text: The green one
        feedback: Green means released.
checks:
  - id: count-boxes
    kind: numeric
    stem: How many boxes are there?
    objective: tell-boxes-apart
    bloom: remember
    cites: []
    answer: 2
    unit: boxes
    right: One red, one green.
    wrong: Count again.
    traps:
      - value: 1
        feedback: There is a green one, too.
`;

/** What is said of a file of which one piece is written otherwise. */
function said(
  schema: v.GenericSchema,
  file: string,
  text: string,
  [from, to]: readonly [string, string],
): string[] {
  if (!text.includes(from)) throw new Error(`“${from}” is not in the text.`);
  return shape(schema, parseYaml(file, text.replace(from, to))).problems.map(formatProblem);
}

const ofCourse = (...change: readonly [string, string]) =>
  said(courseSchema, 'course.yaml', COURSE, change);
const ofQuiz = (...change: readonly [string, string]) =>
  said(quizSchema, '01-boxes/quiz.yaml', QUIZ, change);

describe('a file of the right shape', () => {
  it.each([
    ['course.yaml', courseSchema, COURSE],
    ['01-boxes/index.md', lessonSchema, FRONTMATTER],
    ['01-boxes/quiz.yaml', quizSchema, QUIZ],
    ['glossary.yaml', glossarySchema, 'box:\n  term: Box\n  definition: A container.\n'],
  ])('finds nothing wrong with %s', (file, schema: v.GenericSchema, text) => {
    expect(shape(schema, parseYaml(file, text)).problems).toEqual([]);
  });

  it('gives what was left out its default', () => {
    const { value } = shape(courseSchema, parseYaml('course.yaml', COURSE));
    expect([value?.sequencing, value?.reporting]).toEqual(['free', 'passed-incomplete']);
  });

  it('takes space around a text away', () => {
    const text = COURSE.replace('title: Docks', 'title: "  Docks "');
    expect(shape(courseSchema, parseYaml('course.yaml', text)).value?.title).toBe('Docks');
  });
});

describe('keys', () => {
  it('refuses one that is not known, at its own line', () => {
    expect(ofCourse('event: A dock', 'event: A dock\nevnt: A dock')).toEqual([
      'lessons/course.yaml:5  error  schema/unknown-key\n  “evnt” is not a key of this file.\n  Did you mean “event”?',
    ]);
  });

  it('refuses one that is not known deep in a quiz, and says where', () => {
    expect(ofQuiz('        correct: true', '        corect: true')).toEqual([
      'lessons/01-boxes/quiz.yaml:11  error  schema/unknown-key\n  “corect” is not a key of option 1 of question 1.\n  Did you mean “correct”?',
    ]);
  });

  it('tells a misspelled one once, by the name that was meant', () => {
    expect(ofCourse('passMark: 80', 'pasMark: 80')).toEqual([
      'lessons/course.yaml:8  error  schema/unknown-key\n  “pasMark” is not a key of this file.\n  Did you mean “passMark”?',
    ]);
    expect(ofQuiz('    bloom: remember\n    cites:\n', '    blom: remember\n    cites:\n')).toEqual(
      [
        'lessons/01-boxes/quiz.yaml:6  error  schema/unknown-key\n  “blom” is not a key of question 1.\n  Did you mean “bloom”?',
      ],
    );
  });

  it('tells of one that nobody could have meant', () => {
    expect(ofCourse('event: A dock', 'event: A dock\nweather: fair')).toEqual([
      'lessons/course.yaml:5  error  schema/unknown-key\n  “weather” is not a key of this file.\n  Remove it.',
    ]);
  });

  it('refuses every one that is not known', () => {
    const text = COURSE.replace('event:', 'evnt: A dock\nplace: A dock\nevent:');
    const { problems } = shape(courseSchema, parseYaml('course.yaml', text));
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [4, 'schema/unknown-key'],
      [5, 'schema/unknown-key'],
    ]);
  });

  it('misses one of the file, at its beginning', () => {
    expect(ofCourse('language: en\n', '')).toEqual([
      'lessons/course.yaml:1  error  schema/missing-key\n  This file has no “language”.\n  Add `language:`.',
    ]);
  });

  it('misses one of a question, at the line where the question begins', () => {
    expect(ofQuiz('    stem: How many boxes are there?\n', '')).toEqual([
      'lessons/01-boxes/quiz.yaml:16  error  schema/missing-key\n  Check 1 has no “stem”.\n  Add `stem:`.',
    ]);
  });

  it('misses the kind of a question', () => {
    expect(ofQuiz('    kind: single-choice\n', '')).toEqual([
      'lessons/01-boxes/quiz.yaml:2  error  schema/missing-key\n  Question 1 has no “kind”.\n  Add `kind:`.',
    ]);
  });

  it('misses one of an entry that has a name of its own', () => {
    const glossary = 'box:\n  term: Box\n  definition: A container.\n';
    const change = ['  definition: A container.\n', ''] as const;
    expect(said(glossarySchema, 'glossary.yaml', glossary, change)).toEqual([
      'lessons/glossary.yaml:1  error  schema/missing-key\n  “box” has no “definition”.\n  Add `definition:`.',
    ]);
  });
});

describe('feedback', () => {
  it('refuses an option that has none', () => {
    expect(ofQuiz('        feedback: Green means released.\n', '')).toEqual([
      'lessons/01-boxes/quiz.yaml:13  error  quiz/option-without-feedback\n  Option 2 of question 1 has no feedback.\n  Add `feedback:` with a sentence that tells why it is right or wrong.',
    ]);
  });

  it('refuses a trap that has none', () => {
    expect(ofQuiz('        feedback: There is a green one, too.\n', '')).toEqual([
      'lessons/01-boxes/quiz.yaml:27  error  quiz/option-without-feedback\n  Trap 1 of check 1 has no feedback.\n  Add `feedback:` with a sentence that tells why it is right or wrong.',
    ]);
  });

  it.each(['""', '"  "', '', '~'])('refuses an option that has %s', (empty) => {
    expect(ofQuiz('feedback: Green means released.', `feedback: ${empty}`)).toEqual([
      'lessons/01-boxes/quiz.yaml:14  error  quiz/option-without-feedback\n  Option 2 of question 1 has empty feedback.\n  Write a sentence that tells why it is right or wrong.',
    ]);
  });
});

describe('values', () => {
  it('refuses a value of another type, and names the one expected', () => {
    expect(ofCourse('passMark: 80', 'passMark: eighty')).toEqual([
      'lessons/course.yaml:8  error  schema/wrong-value\n  “passMark” of this file is "eighty".\n  Expected: a number.',
    ]);
  });

  it('refuses a number out of its range', () => {
    expect(ofCourse('passMark: 80', 'passMark: 101')).toEqual([
      'lessons/course.yaml:8  error  schema/wrong-value\n  “passMark” of this file is 101; it must be at most 100.\n  Correct the value.',
    ]);
  });

  it('refuses an empty text', () => {
    expect(ofCourse('title: Docks', 'title: ""')).toEqual([
      'lessons/course.yaml:2  error  schema/wrong-value\n  “title” of this file must not be empty.\n  Correct the value.',
    ]);
  });

  it('refuses a key without a value', () => {
    expect(ofCourse('title: Docks', 'title:')).toEqual([
      'lessons/course.yaml:2  error  schema/wrong-value\n  “title” of this file is empty.\n  Expected: text.',
    ]);
  });

  it('refuses an empty file', () => {
    expect(ofCourse(COURSE, '')).toEqual([
      'lessons/course.yaml:1  error  schema/empty-file\n  The file is empty.\n  Expected: keys with values.',
    ]);
  });

  it('refuses an entry of another type', () => {
    expect(ofQuiz('questions:', 'questions:\n  - just text')).toEqual([
      'lessons/01-boxes/quiz.yaml:2  error  schema/wrong-value\n  Question 1 is "just text".\n  Expected: keys with values.',
    ]);
  });

  it('refuses a list that is too short', () => {
    const change = [
      '      - text: The green one\n        feedback: Green means released.\n',
      '',
    ] as const;
    expect(ofQuiz(...change)).toEqual([
      'lessons/01-boxes/quiz.yaml:9  error  schema/wrong-value\n  “options” of question 1 must have at least 2 options.\n  Correct the value.',
    ]);
  });

  it.each(['constructor', 'prototype'])('refuses the id %s', (id) => {
    expect(ofQuiz('- id: held-box', `- id: ${id}`)).toEqual([
      `lessons/01-boxes/quiz.yaml:2  error  schema/wrong-value\n  “id” of question 1 is "${id}"; it must be lower-case words joined by hyphens, like seal-check.\n  Correct the value.`,
    ]);
  });

  it('refuses a malformed id', () => {
    expect(ofQuiz('- id: held-box', '- id: Held Box')).toEqual([
      'lessons/01-boxes/quiz.yaml:2  error  schema/wrong-value\n  “id” of question 1 is "Held Box"; it must be lower-case words joined by hyphens, like seal-check.\n  Correct the value.',
    ]);
  });

  it('refuses a malformed date', () => {
    const change = ["reviewed: '2026-11-24'", 'reviewed: Nov 24'] as const;
    expect(said(lessonSchema, '01-boxes/index.md', FRONTMATTER, change)).toEqual([
      'lessons/01-boxes/index.md:13  error  schema/wrong-value\n  “reviewed” of this file is "Nov 24"; it must be a date written YYYY-MM-DD.\n  Correct the value.',
    ]);
  });

  it('refuses a value outside a list, and shows the list', () => {
    expect(ofCourse('passMark: 80', 'passMark: 80\nsequencing: random')).toEqual([
      'lessons/course.yaml:9  error  schema/wrong-value\n  “sequencing” of this file is "random".\n  Expected: free, linear, prerequisites.',
    ]);
  });

  it('refuses a kind of question that does not exist, and shows those that do', () => {
    expect(ofQuiz('kind: single-choice', 'kind: essay')).toEqual([
      'lessons/01-boxes/quiz.yaml:3  error  schema/wrong-value\n  “kind” of question 1 is "essay".\n  Expected: single-choice, multiple-response, ordering, numeric, short-answer, hotspot, matching, categorize, case.',
    ]);
  });

  it('reports every deviation of a file at once', () => {
    const text = COURSE.replace('language: en\n', '').replace('passMark: 80', 'passMark: eighty');
    const { problems } = shape(courseSchema, parseYaml('course.yaml', text));
    expect(problems.map(({ rule }) => rule).sort()).toEqual([
      'schema/missing-key',
      'schema/wrong-value',
    ]);
  });
});

describe('a claim', () => {
  const CLAIMS = 'claims:\n  - says: [One is red]\n    basis: invented\n';
  const either =
    'lessons/01-boxes/claims.yaml:2  error  schema/wrong-value\n  Claim 1 must have either “cites” or “basis”.\n  Add one, or remove one.';
  const ofClaims = (...change: readonly [string, string]) =>
    said(claimsSchema, '01-boxes/claims.yaml', CLAIMS, change);

  it('may have a citation or a basis', () => {
    expect(ofClaims('basis: invented', 'basis: course')).toEqual([]);
    expect(ofClaims('basis: invented', 'cites: [{ source: recap }]')).toEqual([]);
  });

  it('may not be without both', () => {
    expect(ofClaims('    basis: invented\n', '')).toEqual([either]);
  });

  it('may not have both', () => {
    const both = 'basis: invented\n    cites: [{ source: recap }]';
    expect(ofClaims('basis: invented', both)).toEqual([either]);
  });
});

it('names an item of any list, and the kind that was meant', () => {
  const text = 'labs:\n  - id: a\n    kind: cargo-queu\n';
  expect(said(labsSchema, '01-boxes/labs.yaml', text, ['a', 'a'])).toEqual([
    'lessons/01-boxes/labs.yaml:3  error  schema/wrong-value\n  “kind” of lab 1 is "cargo-queu".\n  Did you mean “cargo-queue”?',
  ]);
});

describe('syntax', () => {
  it('is told once where a tab breaks it', () => {
    const { problems } = parseYaml('course.yaml', 'a:\n  b: 1\n\tc: 2\n\td: 3\n');
    expect(problems.map(formatProblem)).toEqual([
      'lessons/course.yaml:3  error  yaml/syntax\n  This is not valid YAML: a line begins with a tab.\n  Indent with spaces: two for each level.',
    ]);
  });

  it('refuses what is not YAML, at the line of the mistake', () => {
    expect(ofCourse('title: Docks', 'title: Docks: a start')).toEqual([
      'lessons/course.yaml:2  error  yaml/syntax\n  This is not valid YAML: nested mappings are not allowed in compact mappings.\n  Check indentation and quotes; put text that contains “: ” or starts with a quote in quotes.',
    ]);
  });

  it('refuses a key written twice', () => {
    expect(ofCourse('event: A dock', 'event: A dock\nid: piers')).toEqual([
      'lessons/course.yaml:5  error  yaml/syntax\n  This is not valid YAML: map keys must be unique.\n  Check indentation and quotes; put text that contains “: ” or starts with a quote in quotes.',
    ]);
  });

  it('counts the lines of frontmatter from the beginning of its file', () => {
    const { problems } = shape(
      lessonSchema,
      parseYaml('01-boxes/index.md', FRONTMATTER.replace('minutes: 5', 'minutes: 0'), 2),
    );
    expect(problems[0]?.line).toBe(7);
  });
});
