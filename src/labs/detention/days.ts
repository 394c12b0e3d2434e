/*
 * Calendar days as whole numbers since January 1, 1970. No hours, no time zones. Weekends are no
 * business days; holidays are left out, so scenarios choose weeks that have none.
 */

const MILLISECONDS = 86_400_000;
/** January 1, 1970, was a Thursday. */
const FIRST_WEEKDAY = 3;

/** From a date such as `2027-03-01`. */
export function dayOf(date: string): number {
  return Date.parse(date) / MILLISECONDS;
}

/** 0 for Monday, 6 for Sunday. */
export function weekday(day: number): number {
  return (day + FIRST_WEEKDAY) % 7;
}

export function isBusinessDay(day: number): boolean {
  return weekday(day) < 5;
}

/** The n-th business day after a day, which does not count itself. */
export function businessDaysAfter(day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0;) {
    found += 1;
    if (isBusinessDay(found)) left -= 1;
  }
  return found;
}

/** How many business days lie after `from`, up to and with `until`. */
export function businessDaysBetween(from: number, until: number): number {
  let count = 0;
  for (let day = from + 1; day <= until; day++) if (isBusinessDay(day)) count += 1;
  return count;
}

const NAME = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** Such as `Monday, March 1`. */
export function dayName(day: number): string {
  return NAME.format(day * MILLISECONDS);
}

/** Number in its month. */
export function dayOfMonth(day: number): number {
  return new Date(day * MILLISECONDS).getUTCDate();
}

/** Short, such as `Mar`. */
export function monthName(day: number): string {
  return MONTH.format(day * MILLISECONDS);
}
