import type { Interaction, InteractionBody } from '#src/course/interaction.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { decimal, identifier, isoDuration } from '#src/tracking/scorm/format.ts';
import type { Activity, Component, Definition, Result } from './statement.ts';

const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const OBJECTIVE = 'http://adlnet.gov/expapi/activities/objective';

/**
 * The question as an activity of its own below the course's (cmi5 best practice 16; xAPI Data,
 * 2.4.4.1, interaction activities).
 */
export function questionActivity(
  interaction: Interaction,
  activity: string,
  language: string,
): Activity {
  const [test = '', ...question] = interaction.id.split('.');
  return {
    objectType: 'Activity',
    id: `${activity}/test/${name(test)}/question/${name(question.join('.'))}`,
    definition: {
      type: INTERACTION,
      name: { [language]: wellFormed(interaction.id) },
      description: { [language]: wellFormed(interaction.description) },
      ...answerDefinition(interaction),
      ...components(interaction, language),
    },
  };
}

/** The objective that the question tests. */
export function objectiveActivity({ objective }: Interaction, activity: string): Activity {
  return {
    objectType: 'Activity',
    id: `${activity}/objective/${name(objective)}`,
    definition: { type: OBJECTIVE },
  };
}

/** What the learner answered, what it earned, and how long it took. */
export function answerResult(interaction: Interaction): Result {
  return {
    score: { scaled: interaction.credit / FULL_CREDIT },
    success: interaction.credit === FULL_CREDIT,
    response: encode(interaction).response,
    duration: isoDuration(interaction.latency),
  };
}

function answerDefinition(body: InteractionBody): Definition {
  const patterns = encode(body).patterns.filter((pattern) => pattern !== '');
  return {
    interactionType: body.type,
    ...(patterns.length > 0 ? { correctResponsesPattern: patterns } : {}),
  };
}

/** What the options stood for, by their ids (xAPI Data, 2.4.4.1, interaction components). */
function components(interaction: Interaction, language: string): Definition {
  const { labels } = interaction;
  if (!labels) return {};
  const describe = (ids: readonly string[]): readonly Component[] =>
    [...new Set(ids)].map((id) => {
      const text = labels[id]?.text;
      return { id: plain(id), ...(text ? { description: { [language]: wellFormed(text) } } : {}) };
    });
  switch (interaction.type) {
    case 'choice':
    case 'sequencing':
      return { choices: describe(Object.keys(labels)) };
    case 'matching': {
      const pairs = [...interaction.correct, ...interaction.response];
      return {
        source: describe(pairs.map(([source]) => source)),
        target: describe(pairs.map(([, target]) => target)),
      };
    }
    case 'performance':
      return {
        steps: describe([...interaction.correct, ...interaction.response].map(([step]) => step)),
      };
    case 'numeric':
    case 'fill-in':
      return {};
  }
}

/** Response and right answers in the notation of xAPI Data, 2.4.4.1, "Response Patterns". */
function encode(body: InteractionBody): { response: string; patterns: readonly string[] } {
  switch (body.type) {
    case 'choice':
    case 'sequencing':
      return both(body, list);
    case 'matching':
    case 'performance':
      return both(body, pairs);
    case 'numeric': {
      const { min, max } = body.correct;
      const range = min === max ? number(min) : `${number(min)}[:]${number(max)}`;
      return { response: number(body.response), patterns: [range] };
    }
    case 'fill-in':
      return { response: plain(body.response), patterns: [...new Set(body.correct.map(plain))] };
  }
}

function both<T>(
  { response, correct }: { readonly response: T; readonly correct: T },
  write: (answer: T) => string,
) {
  return { response: write(response), patterns: [write(correct)] };
}

const number = (value: number) => decimal(value, 7);
const list = (ids: readonly string[]) => ids.map(plain).join('[,]');
const pairs = (steps: readonly (readonly [string, string])[]) =>
  steps.map(([one, two]) => `${plain(one)}[.]${plain(two)}`).join('[,]');

const name = (text: string) => identifier(text, 250);
/** Half a surrogate pair is no Unicode. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Text without the marks that would divide it, nor one that reads as a parameter. */
const plain = (text: string) =>
  wellFormed(text)
    .replace(/\[([,.:])\]/g, '($1)')
    .replace(/^\{/, '(');
