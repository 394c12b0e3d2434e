/** The part of a browser's storage that the course uses; full or forbidden as told. */
export class FakeStorage {
  readonly items = new Map<string, string>();
  /** Values stored so far. */
  writes = 0;
  /** That many writes find the storage full. */
  failing = 0;
  isBroken = false;

  getItem(key: string): string | null {
    this.#check();
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#check();
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('QuotaExceededError');
    }
    this.writes += 1;
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.#check();
    this.items.delete(key);
  }

  #check(): void {
    if (this.isBroken) throw new Error('SecurityError');
  }
}
