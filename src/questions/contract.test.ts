import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { InteractionBody } from '#src/course/interaction.ts';
import { FULL_CREDIT, type QuestionBase } from '#src/course/question.ts';
import type { CaseResponse } from './case/schema.ts';
import * as hotspot from './hotspot/example.ts';
import * as categorize from './categorize/example.ts';
import type { QuestionKind } from './kind.ts';
import * as matching from './matching/example.ts';
import * as multipleResponse from './multiple-response/example.ts';
import * as numeric from './numeric/example.ts';
import * as ordering from './ordering/example.ts';
import * as caseExample from './case/example.ts';
import { QUESTION_KINDS, type KindName } from './registry.ts';
import * as shortAnswer from './short-answer/example.ts';
import type { RowResponse } from './rows.ts';
import * as singleChoice from './single-choice/example.ts';
import { authored } from './testing.ts';

/* What `kind.ts` promises, for every kind: the type checker fails until a new kind is here. */

const CASES = {
  'single-choice': () =>
    describeContract(
      QUESTION_KINDS['single-choice'],
      singleChoice,
      fc.option(fc.nat(singleChoice.example.options.length - 1)),
    ),
  'multiple-response': () =>
    describeContract(
      QUESTION_KINDS['multiple-response'],
      multipleResponse,
      fc.subarray([...multipleResponse.example.options.keys()]),
    ),
  ordering: () =>
    describeContract(
      QUESTION_KINDS.ordering,
      ordering,
      fc.option(
        fc.shuffledSubarray([...ordering.example.steps.keys()], {
          minLength: ordering.example.steps.length,
        }),
      ),
    ),
  numeric: () =>
    describeContract(
      QUESTION_KINDS.numeric,
      numeric,
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.integer({ min: 80, max: 86 }).map(String),
        fc.stringMatching(/^-?\d{1,5}(\.\d{1,3})? ?%?$/),
      ),
    ),
  case: () =>
    describeContract(
      QUESTION_KINDS.case,
      caseExample,
      fc.constantFrom<CaseResponse>(
        ...[[], [0], [0, 0], [0, 1], [2], [2, 0], [2, 1]],
        ...[[1], [1, 0], [1, 1], [1, 1, 0], [1, 1, 1]],
      ),
    ),
  'short-answer': () =>
    describeContract(
      QUESTION_KINDS['short-answer'],
      shortAnswer,
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.mixedCase(fc.constantFrom(' the B.I.E.C.', 'Border Integrity Executive Council')),
      ),
    ),
  hotspot: () =>
    describeContract(
      QUESTION_KINDS.hotspot,
      hotspot,
      fc.subarray([...hotspot.example.regions.keys()]),
    ),
  matching: () =>
    describeContract(
      QUESTION_KINDS.matching,
      matching,
      fc.oneof(rowResponses(4, 5), fc.constant(matching.rightResponse)),
    ),
  categorize: () =>
    describeContract(
      QUESTION_KINDS.categorize,
      categorize,
      fc.oneof(rowResponses(5, 3), fc.constant(categorize.rightResponse)),
    ),
} satisfies Record<KindName, () => void>;

/** Any target for any row, or none. */
function rowResponses(rows: number, targets: number): fc.Arbitrary<RowResponse> {
  const target = fc.option(fc.nat(targets - 1), { freq: 20 });
  return fc.array(target, { minLength: rows, maxLength: rows });
}

for (const run of Object.values(CASES)) run();

interface Example<S, R> {
  readonly example: S;
  readonly rightResponse: R;
}

function describeContract<S extends QuestionBase, R>(
  kind: QuestionKind<S, R>,
  { example, rightResponse }: Example<S, R>,
  responses: fc.Arbitrary<R>,
) {
  const complete = responses.filter((response) => kind.isComplete(example, response));
  const forAll = (check: (response: R) => void, among = complete) =>
    fc.assert(fc.property(among, check));

  describe(`the kind ${kind.kind}`, () => {
    it('has a sound example', () => {
      expect(v.parse(kind.schema, authored(example))).toEqual(authored(example));
      expect(kind.findings(example)).toEqual([]);
    });

    it('starts with a response that can not be submitted', () => {
      expect(kind.isComplete(example, kind.blank(example))).toBe(false);
    });

    it('says what is missing from a response that was not begun', () => {
      expect(kind.missing(example, kind.blank(example))).toMatch(/\.$/);
    });

    it('says how much of a response was right where it earns a part of the points', () => {
      forAll((response) => {
        const credit = kind.score(example, response);
        if (credit === 0 || credit === FULL_CREDIT) return;
        expect(kind.tally?.(example, response)).toMatch(/^\d of \d /);
      });
    });

    it('holds responses as plain JSON data', () => {
      forAll((response) => {
        expect(JSON.parse(JSON.stringify(response))).toEqual(response);
      }, responses);
    });

    it('gives full credit for the right response', () => {
      expect(kind.isComplete(example, rightResponse)).toBe(true);
      expect(kind.score(example, rightResponse)).toBe(FULL_CREDIT);
    });

    it('gives credit in quarters, and full credit exactly where the record says right', () => {
      forAll((response) => {
        const credit = kind.score(example, response);
        expect([0, 1, 2, 3, 4]).toContain(credit);
        expect(credit === FULL_CREDIT).toBe(isRight(kind.interaction(example, response)));
      });
    });

    it('tells something about every response and every option that was touched', () => {
      forAll((response) => {
        const feedback = kind.feedback(example, response);
        expect(feedback.length).toBeGreaterThan(0);
        expect(feedback.map(({ text }) => text.trim())).not.toContain('');
        const remarked = feedback.map(({ option }) => option);
        const touched = responseIds(kind.interaction(example, response)).map(indexOfId);
        expect(remarked).toEqual(expect.arrayContaining([...touched]));
      });
    });

    it('finds nothing wrong with the right response', () => {
      const feedback = kind.feedback(example, rightResponse);
      expect(feedback.every(({ right }) => right)).toBe(true);
    });

    it('names options in its record by one lower-case letter or digit', () => {
      forAll((response) => {
        for (const id of responseIds(kind.interaction(example, response))) {
          expect(id).toMatch(/^[a-z0-9]$/);
        }
      });
    });

    it('names each option in its record once', () => {
      forAll((response) => {
        const ids = responseIds(kind.interaction(example, response));
        expect(new Set(ids).size).toBe(ids.length);
      });
    });

    it('names targets in its record by one digit', () => {
      forAll((response) => {
        const record = kind.interaction(example, response);
        const pairs = record.type === 'matching' ? record.response : [];
        for (const [, target] of pairs) expect(target).toMatch(/^[1-9]$/);
      });
    });

    it('labels what its record names with a letter or figure of its own, and with its words', () => {
      const labels = kind.labels(example, kind.order(example, 1));
      const words = kind.texts(example).map(({ text }) => text);
      for (const { seen, text } of Object.values(labels)) {
        expect(seen).toMatch(/^[a-z1-9]$/);
        expect(words).toContain(text);
      }
      forAll((response) => {
        const named = labelIds(kind.interaction(example, response));
        expect(Object.keys(labels)).toEqual(expect.arrayContaining([...named]));
        const letters = named.map((id) => labels[id]?.seen);
        if (!named.some((id) => id.includes('.'))) expect(new Set(letters).size).toBe(named.length);
      });
    });

    it('shows the same order for the same seed, with everything in it', () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const order = kind.order(example, seed);
          expect(kind.order(example, seed)).toEqual(order);
          expect(order.toSorted((a, b) => a - b)).toEqual([...order.keys()]);
        }),
      );
    });

    it('restores every response it saved, finished or not', () => {
      forAll((response) => {
        const code = kind.encode(example, response);
        expect(code.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(Math.max(0, ...code)).toBeLessThanOrEqual(1_000_000);
        expect(kind.decode(example, code)).toEqual(response);
      }, responses);
    });

    it('makes of any code a response that fits, or none', () => {
      const integers = fc.oneof(fc.nat(9), fc.nat(1_000_000), fc.integer());
      fc.assert(
        fc.property(fc.array(integers), (code) => {
          const response = kind.decode(example, code);
          if (response === undefined) return;
          expect(kind.decode(example, kind.encode(example, response))).toEqual(response);
          expect([0, 1, 2, 3, 4]).toContain(kind.score(example, response));
        }),
      );
    });

    it('shows for reading every text that its author wrote, where the author wrote it', () => {
      const prose = stringsOf(authored(example)).filter(
        ([path]) => !path.some((key) => NO_PROSE.has(key)) && !isNearAnswer(path),
      );
      const shown = kind.texts(example).map(({ path, text }) => [path.map(String), text]);
      expect(shown.toSorted()).toEqual(prose.toSorted());
    });

    it('leads to the options that it gives to choose from', () => {
      for (const { path, prompt, options } of kind.choices(example)) {
        const shown = kind.texts(example).map((text) => text.path.join());
        const found = options.map((_option, index) => [...path, index, 'text'].join());
        expect(shown).toEqual(expect.arrayContaining(found));
        expect(prompt.trim()).not.toBe('');
        expect(options.some(({ correct }) => correct)).toBe(true);
      }
    });

    it('has wording for the fingerprint', () => {
      expect(kind.wording(example).join('').trim()).not.toBe('');
    });
  });
}

/** What a record names, as labels call it. */
function labelIds(body: InteractionBody): readonly string[] {
  switch (body.type) {
    case 'choice':
    case 'sequencing':
      return body.response;
    case 'matching':
      return [...new Set(body.response.flat())];
    case 'performance':
      return body.response.map(([step, done]) => `${step}.${done}`);
    case 'numeric':
    case 'fill-in':
      return [];
  }
}

/** Fields that every kind has, and names that no learner sees. */
const NO_PROSE = new Set([
  ...['id', 'kind', 'stem', 'objective', 'bloom', 'cites', 'explanation'],
  ...['next', 'svg', 'bin'],
]);

/** A wrong answer to be expected: learners type it, they do not read it. */
function isNearAnswer(path: readonly string[]): boolean {
  return path[0] === 'near' && path.at(-1) === 'answer';
}

/** Every text in a value, with the path to it. */
function stringsOf(value: unknown, path: readonly string[] = []): [readonly string[], string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, [...path, key]));
}

function responseIds(interaction: InteractionBody): readonly string[] {
  if (interaction.type === 'matching') return interaction.response.map(([row]) => row);
  const isByOption = interaction.type === 'choice' || interaction.type === 'sequencing';
  return isByOption ? interaction.response : [];
}

function indexOfId(id: string): number {
  return id.charCodeAt(0) - 'a'.charCodeAt(0);
}

/** Does the record say by itself that the response is the right one? */
function isRight(interaction: InteractionBody): boolean {
  if (interaction.type === 'numeric') {
    const { response, correct } = interaction;
    return response >= correct.min && response <= correct.max;
  }
  if (interaction.type === 'fill-in') return interaction.correct.includes(interaction.response);
  return JSON.stringify(interaction.response) === JSON.stringify(interaction.correct);
}
