import type { Interaction, InteractionBody } from '#src/course/interaction.ts';
import type { InteractionFields } from '#src/tracking/scorm/dialect.ts';
import {
  decimal,
  identifier,
  isoDuration,
  plainText,
  timestamp,
} from '#src/tracking/scorm/format.ts';
import {
  encodeBody,
  type Notation,
  patternFields,
  resultText,
} from '#src/tracking/scorm/interaction-text.ts';

/**
 * Moodle sends its whole state again with every commit, when a page closes in a beacon of at most
 * 64 KiB, and each field costs some 125 bytes. So the first interactions of an attempt are told in
 * full, the later ones leanly, and then there is room for no more. `interaction.test.ts` adds it up.
 */
const MOST_IN_FULL = 15;
const MOST = 64;

/** Moodle takes five digits before the point (field guide, Appendix A). */
const isShort = (value: number) => Math.abs(value) < 99_999.5;

/** A bare comma in free text is left out: scorm-again takes it for a delimiter and refuses the pattern. */
const notation: Notation = {
  item: '[,]',
  pair: '[.]',
  option: (id) => id.replace(/\W/g, '_').slice(0, 250),
  number: (value) => (isShort(value) ? decimal(value, 7) : ''),
  range: (min, max) => `${decimal(min, 7)}[:]${decimal(max, 7)}`,
  text: (text) => undelimited(text).replaceAll(',', ''),
};

/** SCORM 2004 RTE 4.2.9, to the strictest reading (field guide R24). */
export function interactionFields(
  interaction: Interaction,
  id: string,
  index: number,
): InteractionFields | undefined {
  if (index >= MOST) return undefined;
  const body = expressible(interaction);
  const { response, patterns } = encodeBody(body, notation);
  const detail = index < MOST_IN_FULL ? details(interaction, patterns) : [];
  return {
    id,
    type: body.type,
    rest: [
      ['timestamp', timestamp(interaction.at)],
      ['learner_response', response],
      ['result', resultText(interaction, 'incorrect')],
      ...detail,
    ],
  };
}

function details({ objective, latency, description }: Interaction, patterns: readonly string[]) {
  return [
    ['objectives.0.id', identifier(objective, 250)],
    ...patternFields(patterns),
    ['latency', isoDuration(latency)],
    ['description', undelimited(description)],
  ] as const;
}

/** A question about a number that is too long for Moodle travels as text, whatever the response. */
function expressible(body: InteractionBody): InteractionBody {
  if (body.type !== 'numeric') return body;
  const { min, max } = body.correct;
  if (isShort(min) && isShort(max)) return body;
  const correct = min === max ? [decimal(min, 7)] : [];
  return { type: 'fill-in', response: decimal(body.response, 7), correct };
}

/** Text of at most 250 characters that neither starts like a `{lang=…}` mark nor holds a delimiter. */
function undelimited(text: string): string {
  return plainText(text.replace(/\[([,.:])\]/g, '($1)'), 250).replace(/^\{/, '(');
}
