import type { Interaction, InteractionBody, Labels } from '#src/course/interaction.ts';
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
  questionId,
  resultText,
  word,
} from '#src/tracking/scorm/interaction-text.ts';
import { bytesOf, type Field, withinRoom } from './room.ts';

/** How many letters of an option's words are told; the fewer, the more room for the rest. */
const WORD_LENGTHS = [60, 36, 20] as const;
/** A question's text of less than this says nothing. */
const LEAST_TEXT = 60;

/** Moodle takes five digits before the point (field guide, Appendix A). */
const isShort = (value: number) => Math.abs(value) < 99_999.5;

/** A bare comma in free text is left out: scorm-again takes it for a delimiter and refuses the pattern. */
const notationOf = (words: ReadonlyMap<string, string>): Notation => ({
  item: '[,]',
  pair: '[.]',
  option: (id) => words.get(id) ?? id.replace(/\W/g, '_').slice(0, 250),
  done: (step, id) => words.get(`${step}.${id}`) ?? word(id),
  number: (value) => (isShort(value) ? decimal(value, 7) : ''),
  range: (min, max) => `${decimal(min, 7)}[:]${decimal(max, 7)}`,
  text: (text) => undelimited(text).replaceAll(',', ''),
});

/** The id under which a question has its place. */
export function interactionId(interaction: Interaction): string {
  return questionId(interaction, 200);
}

/**
 * SCORM 2004 RTE 4.2.9, to the strictest reading (field guide R24), in a room of so many bytes. What
 * matters most comes first: what was answered, what came of it, what was right, what was asked.
 */
export function interactionFields(
  interaction: Interaction,
  index: number,
  room: number,
): InteractionFields {
  const entry = `cmi.interactions.${index}`;
  const id = interactionId(interaction);
  const body = expressible(interaction);
  const left = room - bytesOf(`${entry}.id`, id) - bytesOf(`${entry}.type`, body.type);
  return { id, type: body.type, rest: fieldsOf(interaction, body, entry, left) };
}

/** The richest of the ways to tell it, of two as rich the one with the longer words. */
function fieldsOf(
  interaction: Interaction,
  body: InteractionBody,
  entry: string,
  room: number,
): readonly Field[] {
  const { labels = {} } = interaction;
  const ways = [...WORD_LENGTHS.map((most) => wordsOf(labels, most)), lettersOf(labels)];
  const tellings = ways.map((words) =>
    withinRoom(entry, fieldsWith(interaction, body, words), room),
  );
  const most = Math.max(...tellings.map(({ length }) => length));
  const rich = tellings
    .filter(({ length }) => length === most)
    .map((fields) => withText(interaction, fields, entry, room));
  return rich.find(({ length }) => length > most) ?? rich[0] ?? [];
}

/** By importance: what came of it, what was answered, what was right, what it tests, how long it took. */
function fieldsWith(
  { objective, latency, credit }: Interaction,
  body: InteractionBody,
  words: ReadonlyMap<string, string>,
): readonly Field[] {
  const { response, patterns } = encodeBody(body, notationOf(words));
  return [
    ['result', resultText({ credit }, 'incorrect')],
    ['learner_response', response],
    ...patternFields(patterns),
    ['objectives.0.id', identifier(objective, 250)],
    ['latency', isoDuration(latency)],
  ];
}

/** The question in words and the time of the answer, where there is room left for them. */
function withText(
  { description, at }: Interaction,
  fields: readonly Field[],
  entry: string,
  room: number,
): readonly Field[] {
  const spent = fields.reduce((sum, [name, value]) => sum + bytesOf(`${entry}.${name}`, value), 0);
  const text = cutToRoom(`${entry}.description`, undelimited(description), room - spent);
  return withinRoom(entry, [...fields, ['description', text], ['timestamp', timestamp(at)]], room);
}

/** The text, or as much of it as the room allows. */
function cutToRoom(element: string, text: string, room: number): string {
  let length = Math.min(text.length, room - bytesOf(element, ''));
  while (length > 0 && bytesOf(element, plainText(text, length)) > room) length -= 1;
  return length < Math.min(LEAST_TEXT, text.length) ? '' : plainText(text, length);
}

/** What stands for each id: words that no other id of the question has. */
function wordsOf(labels: Labels, most: number): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const used = new Set<string>();
  for (const [id, { text }] of Object.entries(labels)) {
    const own = spell(text, most);
    const known = own === '' || used.has(own) ? `${own}_${spell(id, 250)}` : own;
    used.add(known);
    words.set(id, known);
  }
  return words;
}

function lettersOf(labels: Labels): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels).map(([id, { seen }]) => [id, spell(seen, 1)]));
}

/** Words as an identifier that Moodle takes: `Importer_Self_Assessment`. */
function spell(text: string, most: number): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_/, '')
    .slice(0, most)
    .replace(/_$/, '');
}

/** A question about a number that is too long for Moodle travels as text, as does such an answer. */
function expressible(body: InteractionBody): InteractionBody {
  if (body.type !== 'numeric') return body;
  const { min, max } = body.correct;
  if ([min, max, body.response].every(isShort)) return body;
  const correct = min === max ? [decimal(min, 7)] : [];
  return { type: 'fill-in', response: decimal(body.response, 7), correct };
}

/** Text of at most 250 characters that neither starts like a `{lang=…}` mark nor holds a delimiter. */
function undelimited(text: string): string {
  return plainText(text.replace(/\[([,.:])\]/g, '($1)'), 250).replace(/^\{/, '(');
}
