import { fromDay, type Progress } from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import type { Source } from '#src/course/schemas.ts';
import { openSitting } from '#src/machine/assessment.ts';
import { lessonProgress } from '#src/machine/rules.ts';
import type { Standing } from './lesson-status.ts';

/** `75.5` → `75%` */
export function percent(value: number): string {
  return `${Math.floor(value)}%`;
}

/** `80` → `1 h 20 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const units = [hours > 0 ? `${hours}\u00a0h` : '', rest > 0 ? `${rest}\u00a0min` : ''];
  return units.filter(Boolean).join(' ') || '0\u00a0min';
}

/** `1 lesson`, `2 lessons` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A day of progress as a short date, such as `Nov 24, 2026`. */
export function shortDay(day: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    fromDay(day),
  );
}

/** A moment in milliseconds since 1970, such as `Nov 25, 2026, 10:42 AM`, by the clock of the place. */
export function dayAndTime(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  );
}

/** A calendar date `YYYY-MM-DD` as a long date, such as `November 24, 2026`. */
export function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** How much of a source was read and when, such as `Read in part on November 24, 2026.` */
export function readingOf({ read, opened, note }: Source, language: string): string {
  const day = opened ? ` on ${longDate(opened, language)}` : '';
  const readings: Record<Source['read'], string> = {
    whole: `Read${day}.`,
    part: `Read in part${day}.`,
    reported: 'Known from reports; not read.',
    known: 'General knowledge; not read.',
  };
  return note ? `${readings[read]} ${note}` : readings[read];
}

/** `4 cleared · 1 held`: a lesson below the pass mark never counts as cleared. */
export function standingWords({ cleared, held }: Standing): string {
  return held > 0 ? `${cleared} cleared · ${held} held` : `${cleared} cleared`;
}

/** What a link to the final assessment invites to. */
export function assessmentAction(progress: Progress): string {
  if (openSitting(progress)) return 'Continue the final assessment';
  return progress.assessment ? 'Look at the final assessment' : 'Take the final assessment';
}

/** What a link to a lab invites to. Permanent numbers. */
export function labAction(progress: Progress, lesson: number, lab: number): string {
  const isDone = lessonProgress(progress, lesson).questions.has(lab);
  const run = progress.runs?.find((one) => one.lesson === lesson && one.lab === lab);
  if (isDone) return 'Practice again';
  return run && run.decisions.length > 0 ? 'Continue the practice' : 'Start the practice';
}

/** Tells the time of day, such as `10:42 AM`. To make a clock takes far longer than to read it. */
export function clockIn(language: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  return (moment) => format.format(moment);
}

const SHARES = { 1: '25% of the points', 2: 'half the points', 3: '75% of the points' } as const;

/** A result in words. `tally` says how much was right, such as `2 of 3 right`. */
export function verdict(credit: Credit, tally = 'Partly right'): string {
  if (credit === FULL_CREDIT) return 'Right';
  return credit === 0 ? 'Not right' : `${tally}: ${SHARES[credit]}`;
}

/** Tells day and time, such as `Nov 24, 2026, 10:42 AM`. */
export function momentIn(language: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (moment) => format.format(moment);
}
