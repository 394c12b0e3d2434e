import type { LaunchOptions } from '#src/simulator/contract.ts';

/** A learning system, a server or a browser as courses really meet them, by what it does to one. */
export interface HostileProfile {
  readonly title: string;
  /** What it does, in a sentence. */
  readonly what: string;
  /** The launch options that make it so. */
  readonly launch: Partial<LaunchOptions>;
}
