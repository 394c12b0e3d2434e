/**
 * How the record travels in `cmi.suspend_data`: `<record>.<n>`, where n counts the writes over all
 * sessions. After a failed commit Moodle's SCORM 1.2 sends only values that changed, so a record
 * written again has to differ; and n tells support which of two records is newer. The record is
 * base64url and has no point of its own; the whole stays within 4,096 characters for a record of
 * up to 4,080.
 */
export class Envelope {
  #record = '';
  #sealed = '';
  #count = 0;

  /** Takes what the LMS holds and gives the record in it. Data without a count are all record. */
  open(suspendData: string): string {
    const text = unwrap(suspendData);
    const [, record, count] = /^([^.]*)\.(\d{0,12})$/.exec(text) ?? [];
    this.#record = record ?? text;
    this.#count = Number(count ?? 0);
    this.#sealed = suspendData;
    return this.#record;
  }

  /** What to write for a record: the same text while the record is the same, unless `again`. */
  seal(record: string, again: boolean): string {
    if (record !== this.#record || again) {
      this.#record = record;
      this.#count += 1;
      this.#sealed = `${record}.${this.#count}`;
    }
    return this.#sealed;
  }
}

/**
 * What a record looks like without what LMSs are known to put around it: white space, line wraps, a
 * byte order mark, NUL, quotation marks, a second copy behind the first. The record's own alphabet
 * has none of these, and its checksum guards the rest.
 */
function unwrap(suspendData: string): string {
  const text = suspendData.replace(/[\s\0\uFEFF]+/g, '').replace(/^(["'])(.*)\1$/, '$2');
  const half = text.slice(0, text.length / 2);
  return half !== '' && half + half === text ? half : text;
}
