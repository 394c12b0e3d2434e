import { describe, expect, it } from 'vitest';
import {
  fingerprint,
  kindOf,
  QUESTION_KINDS,
  questionSchema,
  restoreResponse,
  saveResponse,
} from './registry.ts';
import { example as multipleResponse } from './multiple-response/example.ts';
import { example as singleChoice } from './single-choice/example.ts';
import { authored, issuesOf } from './testing.ts';

describe('registry', () => {
  it('holds each kind under its own name', () => {
    for (const [name, { kind }] of Object.entries(QUESTION_KINDS)) expect(kind).toBe(name);
  });

  it('finds the kind of a question', () => {
    expect(kindOf(singleChoice).blank(singleChoice)).toBeNull();
    expect(kindOf(multipleResponse).blank(multipleResponse)).toEqual([]);
  });
});

describe('questionSchema', () => {
  it('names the kinds where it meets an unknown one', () => {
    expect(issuesOf(questionSchema, { ...authored(singleChoice), kind: 'essay' })).toEqual([
      'kind: Invalid type: Expected ("single-choice" | "multiple-response" | "ordering" | "numeric" | "short-answer" | "hotspot" | "matching" | "categorize" | "case") but received "essay"',
    ]);
  });

  it('leads to an option without feedback', () => {
    const options = singleChoice.options.map(({ text, correct }) => ({ text, correct }));
    expect(issuesOf(questionSchema, { ...authored(singleChoice), options })[2]).toBe(
      'options.2.feedback: Invalid key: Expected "feedback" but received undefined',
    );
  });
});

describe('saved responses', () => {
  const reworded = {
    ...singleChoice,
    options: singleChoice.options.map((option) => ({ ...option, text: `${option.text}, now` })),
  };

  it('come back to the same wording', () => {
    expect(restoreResponse(singleChoice, saveResponse(singleChoice, 2))).toBe(2);
  });

  it('come back where only feedback or the right option changed', () => {
    const options = singleChoice.options.map((option) => ({
      ...option,
      feedback: 'New.',
      correct: false,
    }));
    const saved = saveResponse(singleChoice, 2);
    expect(restoreResponse({ ...singleChoice, options }, saved)).toBe(2);
  });

  it('are not restored to another wording', () => {
    expect(restoreResponse(reworded, saveResponse(singleChoice, 2))).toBeUndefined();
  });

  it('are not restored where the code does not fit', () => {
    const saved = { ...saveResponse(singleChoice, 2), code: [9] };
    expect(restoreResponse(singleChoice, saved)).toBeUndefined();
  });
});

describe('fingerprint', () => {
  it('stays from release to release: saved responses depend on it', () => {
    const options = ['True', 'False'].map((text) => ({ text, feedback: 'Why.', correct: false }));
    expect(fingerprint({ ...singleChoice, options })).toBe(228);
    expect(fingerprint({ ...multipleResponse, options })).toBe(210);
  });

  it('depends on the order of the texts', () => {
    const turned = { ...singleChoice, options: singleChoice.options.toReversed() };
    expect(fingerprint(turned)).not.toBe(fingerprint(singleChoice));
  });

  it('is 8 bits, spread evenly over wordings', () => {
    const counts = new Map<number, number>();
    for (let year = 0; year < 25_600; year++) {
      const options = singleChoice.options.map((option) => ({ ...option, text: `In ${year}` }));
      const value = fingerprint({ ...singleChoice, options });
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([...Array(256).keys()]);
    expect(Math.max(...counts.values())).toBeLessThan(160);
  });
});
