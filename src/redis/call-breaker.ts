const FAILURE_THRESHOLD = 3;
const PAUSE_MS = 1_000;

/** After three failures in a row, calls are spared for a second; then one is tried. */
export class CallBreaker {
  #failures = 0;
  #closedAgainAt = 0;

  /** Asked before every call; after the pause, whoever asks first makes the trial. */
  allows(): boolean {
    if (this.#failures < FAILURE_THRESHOLD) return true;
    const now = performance.now();
    if (now < this.#closedAgainAt) return false;
    this.#closedAgainAt = now + PAUSE_MS;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures >= FAILURE_THRESHOLD) this.#closedAgainAt = performance.now() + PAUSE_MS;
  }

  reset(): void {
    this.#failures = 0;
  }
}
