import type { Interaction } from '#src/course/interaction.ts';
import type { Connection } from '#src/tracking/scorm/connection.ts';
import type { Placed, Places } from '#src/tracking/scorm/dialect.ts';
import type { Extent } from '#src/tracking/tracker.ts';
import { interactionFields, interactionId } from './interaction.ts';
import { bytesOfFinals, shareRoom, type Rooms } from './room.ts';

/** How the ids of the final assessment's answers begin. */
const FINAL = 'final.';

/**
 * SCORM 2004: every question has one place, under an id that no other has; a further answer is written
 * over the one before. Room is kept for a whole sitting of the final assessment. Who takes it again and
 * is asked other questions writes over the sitting before, one place after the other, where the LMS
 * lets an id change; where it does not, the first sitting stands.
 */
export class FixedPlaces implements Places {
  readonly #connection: Connection;
  readonly #rooms: Rooms;
  /** Ids by place; undefined until the LMS was asked. */
  #ids: string[] | undefined;
  /** Which of the final assessment's places is written over next, counted among them from 0. */
  #turn: number;

  constructor(connection: Connection, memo: string, extent: Extent) {
    this.#connection = connection;
    this.#rooms = shareRoom(extent);
    this.#turn = /^\d{1,4}$/.test(memo) ? Number(memo) : 0;
  }

  get memo(): string {
    return this.#turn === 0 ? '' : String(this.#turn);
  }

  find(interaction: Interaction, tries: number): Placed | undefined {
    const id = interactionId(interaction);
    const held = this.#held().indexOf(id);
    const index = held >= 0 ? held : this.#freePlace(id);
    if (index === undefined) return undefined;
    const fields = interactionFields(interaction, index, this.#roomAt(index, id));
    return { index, isHeld: held >= 0 && tries === 0, fields };
  }

  take({ index, fields: { id } }: Placed): void {
    const ids = this.#held();
    const finals = finalPlaces(ids);
    const isWrittenOver = (ids[index] ?? id) !== id;
    if (isWrittenOver) this.#turn = (finals.indexOf(index) + 1) % finals.length;
    ids[index] = id;
  }

  settle(): void {
    // What a failed commit held is written again at its place.
  }

  doubt(): void {
    // As after a failed commit.
  }

  #held(): string[] {
    if (this.#ids) return this.#ids;
    const count = Number.parseInt(this.#connection.get('cmi.interactions._count'), 10) || 0;
    const ids = Array.from({ length: count }, (_, index) =>
      this.#connection.get(`cmi.interactions.${index}.id`),
    );
    this.#ids = ids;
    return ids;
  }

  /** The first answers of the final assessment have more room than any other. */
  #roomAt(index: number, id: string): number {
    const { final, answer, finalQuestions } = this.#rooms;
    const earlier = finalPlaces(this.#held()).filter((place) => place < index).length;
    return isFinal(id) && earlier < finalQuestions ? final : answer;
  }

  #freePlace(id: string): number | undefined {
    const ids = this.#held();
    const { answers, answer, finalQuestions, decidingQuestions } = this.#rooms;
    const count = finalPlaces(ids).length;
    const kept = Math.max(count, finalQuestions + decidingQuestions);
    const others = (ids.length - count) * answer;
    const finals = bytesOfFinals(this.#rooms, isFinal(id) ? count + 1 : kept);
    if (finals + others + (isFinal(id) ? 0 : answer) <= answers) return ids.length;
    return isFinal(id) ? finalPlaces(ids)[this.#turn] : undefined;
  }
}

const isFinal = (id: string) => id.startsWith(FINAL);

const finalPlaces = (ids: readonly string[]) =>
  ids.flatMap((id, index) => (isFinal(id) ? [index] : []));
