const SIZE = 256;

/** The last 256 durations, for quantiles that are computed only when somebody looks. */
export class LatencyWindow {
  readonly #values = new Float64Array(SIZE);
  #count = 0;

  add(ms: number): void {
    this.#values[this.#count % SIZE] = ms;
    this.#count += 1;
  }

  /** Nearest-rank quantile in milliseconds; undefined before the first value. @param q 0 to 1 */
  quantile(q: number): number | undefined {
    const sorted = this.#values.slice(0, Math.min(this.#count, SIZE)).sort();
    return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  }
}
