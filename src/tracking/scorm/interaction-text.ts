import type { Interaction, InteractionBody } from '#src/course/interaction.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { decimal, identifier } from './format.ts';

/** How a standard writes the parts of a response (1.2 RTE 3.4.7, 2004 RTE 4.2.9). */
export interface Notation {
  /** Between two items: `,` or `[,]`. */
  readonly item: string;
  /** Between the two halves of a pair: `.` or `[.]`. */
  readonly pair: string;
  option(id: string): string;
  /** What was done in a step of a performance. */
  done(step: string, id: string): string;
  /** Empty where the standard can't tell it. */
  number(value: number): string;
  /** Empty where the standard can't tell it. */
  range(min: number, max: number): string;
  /** Free text, as a learner typed it. */
  text(text: string): string;
}

/** Response and right answers as text; an empty one is left out. */
export interface EncodedBody {
  readonly response: string;
  readonly patterns: readonly string[];
}

/** Right answers that an LMS has to take (SCORM 2004 RTE 4.2.9, smallest permitted maximum). */
const MOST_PATTERNS = 5;
/** What a list of steps may take: the limit of SCORM 1.2, and kind to Moodle's 64 KiB in 2004. */
const MOST_CHARACTERS = 255;

/** Writes any kind of response: a new question kind never comes here, the set of types is closed. */
export function encodeBody(body: InteractionBody, notation: Notation): EncodedBody {
  const { item, pair, option, done, number, range, text } = notation;
  switch (body.type) {
    case 'choice':
    case 'sequencing':
      return encodeBoth(body, (ids) => ids.map(option).join(item));
    case 'matching':
      return encodeBoth(body, (pairs) =>
        pairs.map(([source, target]) => option(source) + pair + option(target)).join(item),
      );
    case 'performance':
      return encodeBoth(body, (steps) =>
        joinWithin(
          countedSteps(steps.map(([step, what]) => [word(step), done(step, what)] as const)).map(
            ([step, what]) => step + pair + what,
          ),
          item,
        ),
      );
    case 'numeric':
      return {
        response: number(body.response),
        patterns: [range(body.correct.min, body.correct.max)],
      };
    case 'fill-in':
      return {
        response: text(body.response),
        patterns: [...new Set(body.correct.map(text))].slice(0, MOST_PATTERNS),
      };
  }
}

/**
 * Lesson, question and wording: `security.seal-check.a7`. Reworded, a question is another one in
 * reports, so that answers to different words are never counted together.
 */
export function questionId({ id, wording }: Interaction, limit: number): string {
  const name = identifier(id, limit);
  return wording === undefined ? name : `${name}.${wording.toString(16).padStart(2, '0')}`;
}

/** `correct`, the standard's word for wrong, or the share earned as a number, such as `0.75`. */
export function resultText({ credit }: Pick<Interaction, 'credit'>, wrong: string): string {
  if (credit === FULL_CREDIT) return 'correct';
  return credit === 0 ? wrong : decimal(credit / FULL_CREDIT, 2);
}

/** The right answers as fields. */
export function patternFields(patterns: readonly string[]) {
  return patterns
    .filter((pattern) => pattern !== '')
    .map((pattern, index) => [`correct_responses.${index}.pattern`, pattern] as const);
}

function encodeBoth<T>(
  { response, correct }: { readonly response: T; readonly correct: T },
  encode: (answer: T) => string,
): EncodedBody {
  return { response: encode(response), patterns: [encode(correct)] };
}

/** What the strictest LMS takes as a step or as what was done in it. */
export const word = (text: string) => text.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, 60) || '_';

/** Steps as words; one that was taken again in the same way is counted, for scorm-again wants items to differ. */
function countedSteps(steps: readonly (readonly [string, string])[]) {
  const counts = new Map<string, number>();
  return steps.map(([name, what]) => {
    const count = (counts.get(`${name} ${what}`) ?? 0) + 1;
    counts.set(`${name} ${what}`, count);
    return [count === 1 ? name : `${name}_${count}`, what] as const;
  });
}

/** As many items from the start as fit. */
function joinWithin(items: readonly string[], delimiter: string): string {
  let text = '';
  for (const item of items) {
    const longer = text === '' ? item : text + delimiter + item;
    if (longer.length > MOST_CHARACTERS) break;
    text = longer;
  }
  return text;
}
