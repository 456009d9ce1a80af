const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;
/** Who lived for so long did not fail because of how it was started. */
const STABLE_MS = 60_000;

/** How long a worker that ended is not replaced. */
export class BackOff {
  #nextMs = FIRST_PAUSE_MS;

  /** @param livedMs how long the one that ended was there */
  pauseAfter(livedMs: number): number {
    if (livedMs >= STABLE_MS) this.#nextMs = FIRST_PAUSE_MS;
    const pauseMs = this.#nextMs;
    this.#nextMs = Math.min(MAX_PAUSE_MS, 2 * pauseMs);
    return pauseMs;
  }
}
