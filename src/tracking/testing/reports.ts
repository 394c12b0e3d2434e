import fc from 'fast-check';
import type { Interaction, InteractionBody } from '#src/course/interaction.ts';
import type { Report } from '#src/tracking/tracker.ts';
import { NOON } from './stage.ts';

/** A report early in the course; say what matters. */
export function report(changes: Partial<Report> = {}): Report {
  return {
    record: 'AbC-_1',
    location: 'security/part-1',
    completed: false,
    passed: false,
    progress: 0.1,
    interactions: [],
    ...changes,
  };
}

/** A report of someone who is done and passed. */
export const finished = (changes: Partial<Report> = {}): Report =>
  report({ record: 'done', score: 90, completed: true, passed: true, progress: 1, ...changes });

const choice: InteractionBody = { type: 'choice', response: ['b'], correct: ['a', 'b'] };

/** An answered question; say what matters. */
export function answer(
  changes: Partial<Omit<Interaction, 'type'>> = {},
  body: InteractionBody = choice,
): Interaction {
  return {
    id: 'security.seal-check',
    attempt: 1,
    objective: 'security.tell-seals-apart',
    description: 'Which seals are high-security seals?',
    labels: {},
    wording: 0xa7,
    credit: 4,
    at: NOON,
    latency: 12_340,
    ...changes,
    ...body,
  };
}

const OPTION_IDS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const optionId = fc.constantFrom(...OPTION_IDS);
const options = fc.uniqueArray(optionId, { maxLength: 12 });
const matches = fc.uniqueArray(fc.tuple(optionId, optionId), {
  maxLength: 12,
  selector: ([source]) => source,
});
/** Whatever a keyboard can send: emoji, half surrogates, line breaks, the standards' own marks. */
const freeText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{lang=en}', 'May 1, 2016', '[,]', '[.]', '\n', '\uD83D', '🚢'),
    ),
  )
  .map((pieces) => pieces.join(''));
const steps = fc.array(fc.tuple(freeText, freeText), { maxLength: 40 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

const body: fc.Arbitrary<InteractionBody> = fc.oneof(
  fc.record({ type: fc.constant('choice' as const), response: options, correct: options }),
  fc.record({ type: fc.constant('sequencing' as const), response: options, correct: options }),
  fc.record({ type: fc.constant('matching' as const), response: matches, correct: matches }),
  fc.record({ type: fc.constant('performance' as const), response: steps, correct: steps }),
  fc.record({
    type: fc.constant('fill-in' as const),
    response: freeText,
    correct: fc.array(freeText, { maxLength: 8 }),
  }),
  fc.record({
    type: fc.constant('numeric' as const),
    response: number,
    correct: fc
      .tuple(number, number)
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  }),
);

/** Every option has a letter of its own; two may read the same. */
const labels = fc
  .tuple(fc.shuffledSubarray(OPTION_IDS, { minLength: OPTION_IDS.length }), fc.array(freeText))
  .map(([letters, texts]) =>
    Object.fromEntries(
      OPTION_IDS.map((id, index) => [
        id,
        { seen: letters[index] ?? id, text: texts[index % Math.max(1, texts.length)] ?? '' },
      ]),
    ),
  );

/** Any answered question. */
export const anyAnswer: fc.Arbitrary<Interaction> = fc
  .tuple(
    body,
    fc.record({
      id: fc.oneof(fc.constant('security.seal-check'), freeText),
      attempt: fc.integer({ min: 1, max: 99 }),
      objective: fc.constant('security.tell-seals-apart'),
      description: freeText,
      labels: fc.option(labels, { nil: undefined }),
      wording: fc.nat(255),
      isFinal: fc.constantFrom(true as const, undefined),
      credit: fc.constantFrom(0, 1, 2, 3, 4),
      at: fc.double(),
      latency: fc.double(),
    }),
  )
  .map(([content, rest]) => ({ ...content, ...rest }));
