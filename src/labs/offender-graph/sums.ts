import type { Dossier, Stage, Tool } from './scenario.ts';

/** The offender’s month in dollars. */
export interface Month {
  readonly sent: number;
  readonly seized: number;
  /** What he paid in fines. */
  readonly fine: number;
  /** What is left for him: below 0, repeating does not pay. */
  readonly sum: number;
}

/**
 * What a consequence leaves to the offender.
 * @param reach Share of his files that were proved to be his, 0…1.
 */
export function monthUnder(
  { deal }: Dossier,
  { sent, found, unpaid }: NonNullable<Stage['traffic']>,
  tool: Tool,
  reach: number,
): Month {
  const seized = tool.seizes ? found : 0;
  const limit = tool.fine * deal.list * seized * (tool.wholeActor ? reach : 1);
  const fine = unpaid && !tool.secured ? 0 : Math.round(limit);
  return { sent, seized, fine, sum: (sent - seized) * deal.gain - seized * deal.cost - fine };
}
