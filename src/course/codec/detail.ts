/**
 * How much a record keeps, from everything to the least. A longer course falls back step by step:
 * responses go first, then days and exact counts; results, completion and bookmark never.
 */
export const DETAILS = ['all', 'responses-here', 'no-responses', 'results'] as const;
export type Detail = (typeof DETAILS)[number];

export function hasResponses(detail: Detail): boolean {
  return detail === 'all' || detail === 'responses-here';
}
