/**
 * How numbers, times and texts are written so that the strictest LMS takes them in both standards
 * (field guide R23–R26, Appendix A). Pure and total: a value out of range is brought into it.
 */

/** Latest moment that Moodle's grammar for SCORM 2004 takes: its years end with 2038. */
const LATEST = Date.UTC(2038, 11, 31);
/** Longest duration that SCORM 1.2's four digits of hours can hold, in hundredths of a second. */
const LONGEST = (9999 * 3600 + 3599) * 100 + 99;
/** Beyond this a number would be written with an exponent, which no LMS takes. */
const LARGEST = 1e15;

/** The value itself where it lies in the range, else the nearest end; `min` for NaN. */
export function clamp(value: number, min: number, max: number): number {
  return Number.isNaN(value) ? min : Math.min(Math.max(value, min), max);
}

/** Plain decimal: no exponent, no bare point, no trailing zeros, at most `digits` decimals. */
export function decimal(value: number, digits: number): string {
  const fixed = clamp(value, -LARGEST, LARGEST).toFixed(digits);
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  return short === '-0' ? '0' : short;
}

/**
 * Like `decimal`, but rounded down: 79.999 must not become 80 where 80 is the pass mark, nor 0.99999
 * of a course the whole of it. The small surplus undoes what binary fractions lose (0.29 × 100).
 */
export function decimalBelow(value: number, digits: number): string {
  const scale = 10 ** digits;
  return decimal(Math.floor(value * scale + 1e-6) / scale, digits);
}

/** Local time of day, `HH:MM:SS`: SCORM 1.2's CMITime (RTE 3.4.4), which knows no zone. */
export function clockTime(at: number): string {
  const date = moment(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

/**
 * `YYYY-MM-DDThh:mm:ss.ssZ` (SCORM 2004 RTE 4.1.1.7, time(second,10,0)). Two decimals: Moodle
 * refuses three, and the zone where there is none (field guide R25).
 */
export function timestamp(at: number): string {
  return `${moment(at).toISOString().slice(0, 22)}Z`;
}

/** Duration in milliseconds as `HH:MM:SS.SS`, up to four digits of hours: CMITimespan, SCORM 1.2. */
export function timespan(milliseconds: number): string {
  const { hours, minutes, seconds, hundredths } = split(milliseconds);
  return `${[hours, minutes, seconds].map(twoDigits).join(':')}.${twoDigits(hundredths)}`;
}

/** Duration in milliseconds as `PT#H#M#.##S` (SCORM 2004 RTE 4.1.1.7, timeinterval(second,10,2)). */
export function isoDuration(milliseconds: number): string {
  const { hours, minutes, seconds, hundredths } = split(milliseconds);
  return `PT${hours}H${minutes}M${seconds}.${twoDigits(hundredths)}S`;
}

/**
 * One line of well-formed text of at most `limit` UTF-16 units, cut between code points. A line break
 * would change on its way through a beacon, and half a surrogate pair makes Moodle's commit throw.
 */
export function plainText(text: string, limit: number): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}

/** Letters, digits, `.`, `_` and `-` only: an identifier that no LMS refuses in either standard. */
export function identifier(text: string, limit: number): string {
  return text.replace(/[^\w.-]/g, '_').slice(0, limit);
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const moment = (at: number) => new Date(clamp(at, 0, LATEST));

function split(milliseconds: number) {
  const total = clamp(Math.round(milliseconds / 10), 0, LONGEST);
  const seconds = Math.floor(total / 100);
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    hundredths: total % 100,
  };
}
