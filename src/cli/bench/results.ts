import {
  barOf,
  FIGURES,
  toReading,
  type Bar,
  type Definition,
  type FigureId,
  type Group,
  type Reading,
  type Subject,
  type Values,
} from './figures.ts';

/** A figure of one of the courses, as measured. */
export interface Result {
  readonly id: FigureId;
  readonly subject: Subject;
  readonly definition: Definition;
  /** Where there is one for a course of this size. */
  readonly bar: Bar | undefined;
  readonly reading: Reading;
}

/** Collects what is measured, and why something was not. */
export class Results {
  readonly #values: Record<Subject, Values> = { course: {}, synthetic: {} };
  readonly #reasons = new Map<string, string>();

  /** Measures a group of figures. A failure becomes the reason why they are missing. */
  async take(
    subject: Subject,
    group: Group,
    measure: () => Values | Promise<Values>,
  ): Promise<void> {
    try {
      this.#values[subject] = { ...this.#values[subject], ...(await measure()) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#reasons.set(`${subject} ${group}`, reason.split('\n', 1)[0] ?? '');
      console.error(error);
    }
  }

  /** The middle of what was measured. @throws Error where nothing was. */
  median(subject: Subject, id: FigureId): number {
    const reading = this.#reading(subject, id);
    if (reading.measured) return reading.median;
    throw new Error(`needs “${FIGURES[id].what}”, which was not measured`);
  }

  /** Every figure of a course, measured or not, in the order of the table. */
  of(subject: Subject): Result[] {
    return (Object.keys(FIGURES) as FigureId[])
      .map((id) => ({ id, definition: FIGURES[id] }))
      .filter(({ definition: { only } }) => only === undefined || only === subject)
      .map(({ id, definition }) => {
        const bar = barOf(definition, subject);
        return { id, subject, definition, bar, reading: this.#reading(subject, id) };
      });
  }

  #reading(subject: Subject, id: FigureId): Reading {
    const definition: Definition = FIGURES[id];
    const values = this.#values[subject][id] ?? [];
    if (values.length > 0) {
      return toReading(values, barOf(definition, subject), definition.everyValue);
    }
    const reason = this.#reasons.get(`${subject} ${definition.group}`) ?? 'nothing measured it';
    return { measured: false, reason };
  }
}
