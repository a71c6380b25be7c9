/** A Storage in memory that holds so many characters, or that a browser has blocked. */
export class FakeStorage implements Storage {
  readonly #items = new Map<string, string>();
  /** Characters that there is room for, keys counted. */
  room = 5_000_000;
  blocked = false;

  get length(): number {
    this.#check();
    return this.#items.size;
  }
  key(index: number): string | null {
    this.#check();
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.#check();
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#check();
    const others = [...this.#items].filter(([other]) => other !== key);
    const used = others.reduce((sum, [k, v]) => sum + k.length + v.length, 0);
    if (used + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#check();
    this.#items.delete(key);
  }
  clear(): void {
    this.#check();
    this.#items.clear();
  }

  #check(): void {
    if (this.blocked) throw new DOMException('blocked', 'SecurityError');
  }
}
