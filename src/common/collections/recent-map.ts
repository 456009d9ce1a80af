/**
 * A bounded map that forgets what has not been used for longest, roughly.
 * Two generations instead of an order of use: a hit, which every request is, moves nothing.
 */
export class RecentMap<Key, Value> {
  #recent = new Map<Key, Value>();
  #former = new Map<Key, Value>();

  constructor(private readonly maxEntries: number) {}

  get size(): number {
    return this.#recent.size + this.#former.size;
  }

  /** Of every entry; none of them counts as used by that. */
  values(): Value[] {
    return [...this.#recent.values(), ...this.#former.values()];
  }

  get(key: Key): Value | undefined {
    return this.#recent.get(key) ?? this.#promote(key);
  }

  set(key: Key, value: Value): void {
    this.#former.delete(key);
    if (this.#recent.size >= this.maxEntries / 2 && !this.#recent.has(key)) {
      this.#former = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  delete(key: Key): void {
    this.#recent.delete(key);
    this.#former.delete(key);
  }

  clear(): void {
    this.#recent.clear();
    this.#former.clear();
  }

  /** Looks at every entry, as `deleteWhere` does: for what happens rarely. */
  updateWhere(isMeant: (value: Value) => boolean, change: (value: Value) => Value): void {
    for (const generation of [this.#recent, this.#former]) {
      for (const [key, value] of generation) if (isMeant(value)) generation.set(key, change(value));
    }
  }

  deleteWhere(isUnwanted: (value: Value) => boolean): void {
    for (const generation of [this.#recent, this.#former]) {
      for (const [key, value] of generation) if (isUnwanted(value)) generation.delete(key);
    }
  }

  /** Whoever is used survives the next change of generations. */
  #promote(key: Key): Value | undefined {
    const value = this.#former.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }
}
