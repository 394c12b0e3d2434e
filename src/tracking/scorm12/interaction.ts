import type { Interaction } from '#src/course/interaction.ts';
import type { InteractionFields } from '#src/tracking/scorm/dialect.ts';
import { clockTime, decimal, identifier, plainText, timespan } from '#src/tracking/scorm/format.ts';
import {
  encodeBody,
  type Notation,
  patternFields,
  questionId,
  resultText,
  word,
} from '#src/tracking/scorm/interaction-text.ts';

/** The wording of a question in its id, at most so long. */
const WORDING = 120;

/** Single characters 0–9 and a–z (field guide R23): the letters that the learner saw. */
const notationOf = ({ labels = {} }: Interaction): Notation => ({
  item: ',',
  pair: '.',
  option: (id) => labels[id]?.seen ?? id.slice(0, 1),
  done: (step, id) => word(labels[`${step}.${id}`]?.text ?? id),
  number: (value) => decimal(value, 7),
  // The standard has no way to write a range.
  range: (min, max) => (min === max ? decimal(min, 7) : ''),
  text: (text) => plainText(text, 255),
});

/**
 * SCORM 1.2 RTE 3.4.7, to the strictest reading (field guide R23). The list may grow at will. There is
 * no other place for the words of the question than its id.
 */
export function interactionFields(interaction: Interaction, tries: number): InteractionFields {
  const { response, patterns } = encodeBody(interaction, notationOf(interaction));
  const wording = interaction.description.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const parts = [
    questionId(interaction, 100),
    String(interaction.attempt),
    ...(tries === 0 ? [] : [`resent-${tries}`]),
    wording.slice(0, WORDING),
  ];
  return {
    id: identifier(parts.filter((part) => part !== '').join('.'), 255),
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
