/** What happens by chance less often than this is no chance. */
export const RARE = 0.05;

/**
 * Probability of at least that many hits in independent trials: upper tail of the binomial
 * distribution. In logarithms, so that thousands of trials neither overflow nor vanish.
 * `probability` is above 0 and below 1.
 */
export function chanceOfAtLeast(hits: number, trials: number, probability: number): number {
  let logTerm = trials * Math.log1p(-probability);
  let sum = 0;
  for (let count = 0; count <= trials; count++) {
    if (count >= hits) sum += Math.exp(logTerm);
    logTerm += Math.log(((trials - count) / (count + 1)) * (probability / (1 - probability)));
  }
  return Math.min(1, sum);
}
