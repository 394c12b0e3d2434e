/** The day of the run, written YYYY-MM-DD (in UTC, so that it is the same for everybody). */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
