/*
 * Grammars of single values, to the strictest LMS known (field guide, Appendix A): where Moodle is
 * narrower than the standard, Moodle counts. Lengths are UTF-16 units, as LMSs count.
 */

const inRange = (text: string | undefined, min: number, max: number): boolean =>
  text === undefined || (Number(text) >= min && Number(text) <= max);

/** SCORM 1.2 CMITimespan: `HH:MM:SS`, 2 to 4 digits of hours, at most two decimals. */
export function isTimespan12(value: string): boolean {
  return /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/.test(value);
}

/** SCORM 1.2 CMITime: `HH:MM:SS`. The standard allows decimals, Moodle refuses them. */
export function isTime12(value: string): boolean {
  const [, hour, minute, second] = /^(\d{2}):(\d{2}):(\d{2})$/.exec(value) ?? [];
  return (
    hour !== undefined && inRange(hour, 0, 23) && inRange(minute, 0, 59) && inRange(second, 0, 59)
  );
}

/** SCORM 1.2 CMIIdentifier: printable ASCII without spaces, 1 to 255. */
export function isIdentifier12(value: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(value);
}

/** SCORM 1.2 CMIDecimal in plain digits: no exponent, no bare `.5`. */
export function isDecimal12(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

/** SCORM 1.2 CMISInteger. */
export function isInteger12(value: string): boolean {
  return /^-?\d{1,5}$/.test(value);
}

/** SCORM 2004 real(10,7) in plain digits: at most 5 before and 7 after the point. */
export function isDecimal2004(value: string): boolean {
  return /^-?\d{1,5}(\.\d{1,7})?$/.test(value);
}

/**
 * SCORM 2004 time(second,10,0): a whole date or the front part of one. At most two decimals, a zone
 * only after decimals, years 1970 to 2038: `toISOString()` is refused.
 */
export function isTimestamp2004(value: string): boolean {
  const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(.+))?)?)?$/.exec(value);
  if (date === null) return false;
  const [, year, month, day, time] = date;
  const dateIsRight = inRange(year, 1970, 2038) && inRange(month, 1, 12) && inRange(day, 1, 31);
  return dateIsRight && (time === undefined || isTimeOfDay(time));
}

function isTimeOfDay(value: string): boolean {
  const parts =
    /^(\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,2}(?:Z|[+-](\d{2})(?::(\d{2}))?)?)?)?)?$/.exec(value);
  if (parts === null) return false;
  const [, hour, minute, second, zoneHour, zoneMinute] = parts;
  return (
    inRange(hour, 0, 23) &&
    inRange(minute, 0, 59) &&
    inRange(second, 0, 59) &&
    inRange(zoneHour, 0, 23) &&
    inRange(zoneMinute, 0, 59)
  );
}

/** SCORM 2004 timeinterval(second,10,2): decimals on seconds only, two at most; no weeks. */
export function isDuration2004(value: string): boolean {
  return /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(
    value,
  );
}

/** SCORM 2004 short_identifier_type, as Moodle takes it: no hyphen, no colon, no space, ASCII. */
export function isShortId2004(value: string): boolean {
  return /^[A-Za-z0-9_.]{1,250}$/.test(value);
}

/** SCORM 2004 long_identifier_type: a URI without spaces; `urn:` needs a namespace and a name. */
export function isLongId2004(value: string): boolean {
  if (!/^[\x21-\x7e]{1,4000}$/.test(value)) return false;
  return !value.startsWith('urn:') || /^urn:[A-Za-z0-9][A-Za-z0-9-]*:.+$/.test(value);
}

/** Text that survives an LMS: no half of a surrogate pair, no NUL. */
export function isWholeText(value: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(value);
}

/** A text with an optional `{lang=xx}` before it. Returns the text, or undefined if malformed. */
export function localizedText(value: string): string | undefined {
  const text = value.replace(/^\{lang=[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\}/, '');
  return text.startsWith('{') ? undefined : text;
}
