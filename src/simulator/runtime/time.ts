import type { StandardName } from './standard.ts';

/*
 * Session times add up to total time. Counted in hundredths of a second, the finest that both
 * standards know.
 */

const SECOND = 100;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Hundredths of a second in a time span of the standard; 0 for anything malformed. */
export function parseSpan(standard: StandardName, value: string): number {
  return standard === 'scorm12' ? parse12(value) : parse2004(value);
}

/** Writes hundredths of a second as the standard's time span. */
export function formatSpan(standard: StandardName, hundredths: number): string {
  const { hours, minutes, seconds } = inParts(hundredths);
  const two = (count: number): string => String(count).padStart(2, '0');
  if (standard === 'scorm12') {
    const [whole, part] = seconds.toFixed(2).split('.');
    return `${String(hours).padStart(4, '0')}:${two(minutes)}:${String(whole).padStart(2, '0')}.${part}`;
  }
  return `PT${hours}H${minutes}M${seconds}S`;
}

/** Hundredths of a second as people read it: `1:04:11`. */
export function showSpan(hundredths: number): string {
  const { hours, minutes, seconds } = inParts(hundredths);
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  return `${hours}:${two(minutes)}:${two(seconds)}`;
}

function inParts(hundredths: number): { hours: number; minutes: number; seconds: number } {
  return {
    hours: Math.floor(hundredths / HOUR),
    minutes: Math.floor((hundredths % HOUR) / MINUTE),
    seconds: (hundredths % MINUTE) / SECOND,
  };
}

function parse12(value: string): number {
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(value) ?? [];
  if (hours === undefined) return 0;
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Math.round(Number(seconds) * SECOND);
}

/** Years count 365 days and months 30, since the standard leaves them open. */
const UNITS_2004 = [365 * DAY, 30 * DAY, DAY, HOUR, MINUTE, SECOND];

function parse2004(value: string): number {
  const parts =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      value,
    );
  if (parts === null) return 0;
  return UNITS_2004.reduce(
    (sum, unit, index) => sum + Math.round(Number(parts[index + 1] ?? 0) * unit),
    0,
  );
}
