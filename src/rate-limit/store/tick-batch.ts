/** Redis does nothing else while a script runs: for some milliseconds with so many. */
const MAX_ITEMS = 256;

/** Collects what one look at the sockets has brought, and hands it over together: a write to Redis costs most of a call. */
export class TickBatch<Item> {
  #items: Item[] = [];

  constructor(private readonly handOver: (items: readonly Item[]) => void) {}

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > 1) return;
    setImmediate(() => {
      const items = this.#items;
      this.#items = [];
      while (items.length > 0) this.handOver(items.splice(0, MAX_ITEMS));
    });
  }
}
