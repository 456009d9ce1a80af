const RETRIES_PER_REQUEST = 0.2;
/** Enough for a lone client's retries on a quiet gateway. */
export const RETRY_RESERVE = 20;

/**
 * Keeps retries below a fifth of the live requests, so that they do not finish off a microservice that
 * is drowning. A bucket: each request puts a fifth of a retry in, each retry takes one out.
 */
export class RetryBudget {
  #tokens = RETRY_RESERVE;

  /** Retries that would be allowed now. */
  get left(): number {
    return Math.floor(this.#tokens);
  }

  countRequest(): void {
    this.#tokens = Math.min(RETRY_RESERVE, this.#tokens + RETRIES_PER_REQUEST);
  }

  /** @returns false when nothing is left */
  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
