import type { Interaction } from '#src/course/interaction.ts';
import { clamp, decimalBelow, isoDuration } from '#src/tracking/scorm/format.ts';
import type { Report } from '#src/tracking/tracker.ts';
import type { Entry } from './entry.ts';
import { idOf } from './ids.ts';
import { answerResult, objectiveActivity, questionActivity } from './interaction.ts';
import { joinContexts, VERBS, type Result, type Statement } from './statement.ts';

const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
const MASTERY_SCORE = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** What is told once for a registration, or once for a session. */
type DefinedVerb = Exclude<keyof typeof VERBS, 'answered' | 'progressed'>;

/**
 * Tells in statements what happens in a session. Pure but for what it is given: the same event gives
 * the same id, and times never run before the session's first statement (cmi5 9.3).
 */
export class Narrator {
  readonly #entry: Entry;
  readonly #language: string;

  /** @param language code of the course's texts */
  constructor(entry: Entry, language: string) {
    this.#entry = entry;
    this.#language = language;
  }

  initialized(): Statement {
    return this.#defined('initialized', this.#entry.memory.now.startedAt, this.#session());
  }

  terminated(now: number): Statement {
    return this.#defined('terminated', now, this.#session(), { duration: this.#duration(now) });
  }

  completed(now: number): Statement {
    const result = { completion: true, duration: this.#duration(now) };
    return this.#defined('completed', now, this.#attempt(), result);
  }

  /** Undefined where the score is below the LMS's mark, for it would refuse that (cmi5 9.3.4). */
  passed({ score }: Report, now: number): Statement | undefined {
    const { masteryScore } = this.#entry;
    const scaled = Number(decimalBelow(clamp(score ?? 0, 0, 100) / 100, 4));
    if (masteryScore !== undefined && scaled < masteryScore) return undefined;
    const raw = Math.floor(scaled * 100 + 1e-6);
    return this.#defined('passed', now, this.#attempt(), {
      ...(score === undefined ? {} : { score: { scaled, raw, min: 0, max: 100 } }),
      success: true,
      duration: this.#duration(now),
    });
  }

  /** @param percent 0…99 */
  progressed(percent: number, now: number): Statement {
    return {
      ...this.#frame('progressed', now, [...this.#attempt(), percent]),
      result: { extensions: { [PROGRESS]: percent } },
    };
  }

  /** An answer of an earlier session was given, as far as this one can tell, at its start. */
  answered(interaction: Interaction, now: number): Statement {
    const { activity } = this.#entry;
    const { id, attempt, at } = interaction;
    const frame = this.#frame('answered', Math.min(at, now), [...this.#attempt(), id, attempt, at]);
    return {
      ...frame,
      object: questionActivity(interaction, activity, this.#language),
      result: answerResult(interaction),
      context: joinContexts(frame.context, {
        contextActivities: {
          parent: [{ objectType: 'Activity', id: activity }],
          other: [objectiveActivity(interaction, activity)],
        },
      }),
    };
  }

  /** A statement about the course itself. */
  #defined(
    verb: DefinedVerb,
    at: number,
    occasion: readonly (string | number)[],
    result?: Result,
  ): Statement {
    const frame = this.#frame(verb, at, occasion);
    const judges = result?.completion !== undefined || result?.success !== undefined;
    const { masteryScore, marks } = this.#entry;
    const mark =
      verb === 'passed' && masteryScore !== undefined
        ? { extensions: { [MASTERY_SCORE]: masteryScore } }
        : {};
    const context = joinContexts(joinContexts(frame.context, marks(judges)), mark);
    return { ...frame, ...(result ? { result } : {}), context };
  }

  #frame(verb: keyof typeof VERBS, at: number, occasion: readonly (string | number)[]): Statement {
    const { actor, activity, registration, context, memory } = this.#entry;
    return {
      id: idOf(verb, ...occasion),
      actor,
      verb: VERBS[verb],
      object: { objectType: 'Activity', id: activity },
      context: joinContexts(context, registration === undefined ? {} : { registration }),
      timestamp: new Date(clamp(at, memory.now.startedAt, Infinity)).toISOString(),
    };
  }

  /** What makes a statement one of this learner's attempt, and no other's. */
  #attempt(): readonly string[] {
    const { actor, activity, registration = '' } = this.#entry;
    return [activity, registration, JSON.stringify(actor)];
  }

  /** What makes it one of this session. */
  #session(): readonly (string | number)[] {
    const { key, now } = this.#entry.memory;
    return [...this.#attempt(), key, now.startedAt];
  }

  #duration(now: number): string {
    return isoDuration(now - this.#entry.memory.now.startedAt);
  }
}
