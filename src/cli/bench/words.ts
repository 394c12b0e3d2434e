const VOCABULARY =
  `customs broker entry duty seal container vessel manifest bond importer exporter tariff quota
port carrier warehouse audit record notice penalty release hold inspection partner agency filing
window program trade security cargo truck rail border officer review ruling origin value class
box ship load dock crane yard form pier fee rate week crew lane lamp rope glass wood steel tool sea
license permit invoice packing list shipment delivery account report system message data risk`.split(
    /\s+/,
  );

/** Text without sense, the same for the same seed. */
export class Words {
  #state: number;

  constructor(seed: number) {
    this.#state = seed + 1;
  }

  /** That many words, the first with a capital. */
  title(length: number): string {
    const text = Array.from({ length }, () => this.#word()).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** Two sentences, together about 100 characters. */
  sentences(): string {
    return `${this.title(8)}. ${this.title(7)}.`;
  }

  /** A number from 0 to below `limit`: Lehmer’s generator (Park and Miller 1988). */
  number(limit: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % limit;
  }

  #word(): string {
    return VOCABULARY[this.number(VOCABULARY.length)] ?? '';
  }
}
