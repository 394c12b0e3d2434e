import * as v from 'valibot';
import { mergeRecords } from '#src/course/merge-records.ts';
import { parseJson } from './json.ts';
import type { DocumentKey, Lrs, Reply } from './lrs.ts';

/** What is kept of a learner between sessions, in one state document. */
const KeptRecord = v.object({
  record: v.string(),
  /** Readable place in the course, for whoever looks into the LRS. */
  location: v.string(),
  /** Verdicts that the LRS has got: each is told once for a registration. */
  told: v.array(v.string()),
});
type KeptRecord = Readonly<v.InferOutput<typeof KeptRecord>>;

const NOTHING: KeptRecord = { record: '', location: '', told: [] };
/** Tries while other tabs keep writing in between. */
const MOST_TRIES = 4;

/**
 * The learner's record as a state document (xAPI Communication, 2.3), guarded by its ETag where the
 * LRS tells one (3.1): who finds another tab's record there keeps the best of both.
 */
export class RecordStore {
  readonly #lrs: Lrs;
  readonly #key: DocumentKey;
  /** Precondition of the next write. */
  #guard: Readonly<Record<string, string>> = {};
  /** Text as it was read or written last. */
  #stored = '';
  /** What another tab wrote last. */
  #other = '';
  #writing = 0;
  /** The last write was made; an earlier one that is still on its way must not follow it. */
  #isClosed = false;

  constructor(lrs: Lrs, key: DocumentKey) {
    this.#lrs = lrs;
    this.#key = key;
  }

  async read(): Promise<Reply<KeptRecord>> {
    const reply = await this.#lrs.readState(this.#key);
    if (!reply.ok) return reply;
    this.#stored = reply.value?.text ?? '';
    this.#guard = reply.value ? guardOf(reply.value.etag) : { 'If-None-Match': '*' };
    return { ok: true, value: parse(this.#stored) };
  }

  isStored(kept: KeptRecord): boolean {
    return this.#stored === this.#seal(kept);
  }

  /** What is stored is not to be believed: the next write is made in any case. */
  doubt(): void {
    this.#stored = '';
  }

  /** Stores it, unless it is there. */
  async write(kept: KeptRecord): Promise<Reply<undefined>> {
    for (let tries = 1; ; tries += 1) {
      if (this.#isClosed) return { ok: false, status: undefined, reason: 'The page went.' };
      if (this.isStored(kept)) return { ok: true, value: undefined };
      const reply = await this.#put(this.#seal(kept), this.#guard);
      if (reply.ok) return reply;
      if (reply.status !== 412 || tries === MOST_TRIES) return reply;
      const read = await this.read();
      if (!read.ok) return read;
      this.#other = read.value.record;
    }
  }

  /**
   * Sends it while the page goes. Where an older one is still under way no precondition is made: it
   * may arrive later, and then fails by its own.
   */
  writeLast(kept: KeptRecord): void {
    this.#isClosed = true;
    if (this.isStored(kept)) return;
    void this.#put(this.#seal(kept), this.#writing > 0 ? {} : this.#guard);
  }

  async #put(text: string, guard: Readonly<Record<string, string>>): Promise<Reply<undefined>> {
    this.#writing += 1;
    const reply = await this.#lrs.writeState(this.#key, text, guard);
    this.#writing -= 1;
    if (!reply.ok) return reply;
    this.#stored = text;
    this.#guard = guardOf(reply.value);
    return { ok: true, value: undefined };
  }

  #seal(kept: KeptRecord): string {
    const record = this.#other === '' ? kept.record : mergeRecords(kept.record, this.#other);
    return JSON.stringify({ ...kept, record });
  }
}

/** An LRS that tells no ETag gets no precondition. */
const guardOf = (etag: string | undefined): Readonly<Record<string, string>> =>
  etag === undefined ? {} : { 'If-Match': etag };

/** A text that is not ours is handed on as a record: it is damaged, which the session finds out. */
const parse = (text: string): KeptRecord =>
  text === '' ? NOTHING : (parseJson(KeptRecord, text) ?? { ...NOTHING, record: text });
