import type { Interaction } from '#src/course/interaction.ts';
import type { InteractionFields } from '#src/tracking/scorm/dialect.ts';
import { clockTime, decimal, identifier, plainText, timespan } from '#src/tracking/scorm/format.ts';
import {
  encodeBody,
  type Notation,
  patternFields,
  resultText,
} from '#src/tracking/scorm/interaction-text.ts';

const notation: Notation = {
  item: ',',
  pair: '.',
  // Single characters 0–9 and a–z (field guide R23).
  option: (id) => id.slice(0, 1),
  number: (value) => decimal(value, 7),
  // The standard has no way to write a range.
  range: (min, max) => (min === max ? decimal(min, 7) : ''),
  text: (text) => plainText(text, 255),
};

/** SCORM 1.2 RTE 3.4.7, to the strictest reading (field guide R23). The list may grow at will. */
export function interactionFields(interaction: Interaction, id: string): InteractionFields {
  const { response, patterns } = encodeBody(interaction, notation);
  return {
    id,
    type: interaction.type,
    rest: [
      ['objectives.0.id', identifier(interaction.objective, 255)],
      ['time', clockTime(interaction.at)],
      ...patternFields(patterns),
      ['student_response', response],
      ['result', resultText(interaction, 'wrong')],
      ['latency', timespan(interaction.latency)],
    ],
  };
}
