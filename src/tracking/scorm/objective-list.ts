import type { ObjectiveReport } from '#src/tracking/tracker.ts';
import { type Connection, isMissing } from './connection.ts';
import type { LmsRecord, Write } from './lms-record.ts';

/** A field below `cmi.objectives.n.`, in the order to write. */
export interface ObjectiveField extends Pick<Write, 'value' | 'worth'> {
  readonly name: string;
}

/** The fields of an objective at its place, but its id. */
export type ObjectiveFields = (
  objective: ObjectiveReport,
  index: number,
) => readonly ObjectiveField[];

/**
 * Tells the LMS of each lesson and objective in `cmi.objectives` (1.2 RTE 3.4.5, 2004 RTE 4.2.17): the
 * one view by lesson that an LMS has, and the only sight of progress in SCORM 1.2. Places are found by
 * id, and those that an outage left without an id are used again. Nothing that goes wrong here counts
 * as a failure of saving.
 */
export class ObjectiveList {
  readonly #connection: Connection;
  readonly #record: LmsRecord;
  readonly #fields: ObjectiveFields;
  /** Ids by place; undefined until the LMS was asked. */
  #ids: string[] | undefined;
  /** What was told of each, as text. */
  readonly #told = new Map<string, string>();
  /** Objectives are optional in SCORM 1.2. */
  #isSupported = true;

  constructor(connection: Connection, record: LmsRecord, fields: ObjectiveFields) {
    this.#connection = connection;
    this.#record = record;
    this.#fields = fields;
  }

  /** Writes what differs. */
  write(objectives: readonly ObjectiveReport[]): void {
    for (const objective of objectives) {
      const text = JSON.stringify(objective);
      if (!this.#isSupported || this.#told.get(objective.id) === text) continue;
      this.#writeOne(objective);
      this.#told.set(objective.id, text);
    }
  }

  /** Everything counts as not told: what was written may be lost. */
  doubt(): void {
    this.#told.clear();
  }

  #writeOne(objective: ObjectiveReport): void {
    const ids = this.#held();
    const held = ids.indexOf(objective.id);
    const index = held >= 0 ? held : this.#freePlace();
    const fields = this.#fields(objective, index);
    if (fields.length === 0) return;
    const answer = this.#connection.set(`cmi.objectives.${index}.id`, objective.id);
    if (isMissing(answer)) this.#isSupported = false;
    if (!answer.ok) return;
    ids[index] = objective.id;
    for (const { name, value, worth } of fields) {
      const element = `cmi.objectives.${index}.${name}`;
      if (held >= 0) this.#record.read(element);
      this.#record.write({ element, value, worth, optional: true });
    }
  }

  #freePlace(): number {
    const ids = this.#held();
    const empty = ids.indexOf('');
    return empty >= 0 ? empty : ids.length;
  }

  #held(): string[] {
    if (this.#ids) return this.#ids;
    const count = Number.parseInt(this.#connection.get('cmi.objectives._count'), 10) || 0;
    const ids = Array.from({ length: count }, (_, index) =>
      this.#connection.get(`cmi.objectives.${index}.id`),
    );
    this.#ids = ids;
    return ids;
  }
}
