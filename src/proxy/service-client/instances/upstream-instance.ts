import type { Pool } from 'undici';

import { LatencyWindow } from './latency-window.js';

export interface InstanceFailure {
  /** Code of the error, such as `UPSTREAM_TIMEOUT`. */
  readonly code: string;
  readonly at: Date;
}

/** Milliseconds. */
export interface Latencies {
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  readonly p99: number | undefined;
}

/** One address of a microservice, and what its traffic has shown of it. */
export class UpstreamInstance {
  inFlight = 0;
  lastFailure: InstanceFailure | undefined;
  #failuresInARow = 0;
  #ejections = 0;
  #isEjected = false;
  #ejectedAt = -Infinity;
  #probeFails = false;
  /** Whether the last probe from here succeeded; undefined before the first. */
  lastProbe: boolean | undefined;
  /** `performance.now()` of the next probe; zero is at once. */
  probeDueAt = 0;
  readonly #latencies = new LatencyWindow();

  /** Goes before every path; empty or `/something`. */
  readonly basePath: string;

  /** @param id names it to people, such as `ocr_extractor-1` */
  constructor(
    readonly id: string,
    readonly url: URL,
    readonly pool: Pool,
  ) {
    this.basePath = url.pathname.replace(/\/$/, '');
  }

  /** The whole address of a path. */
  urlOf(path: string): string {
    return this.url.origin + this.basePath + path;
  }

  get isAvailable(): boolean {
    return !this.#isEjected && !this.#probeFails;
  }

  get state(): 'available' | 'ejected' | 'failing_probes' {
    if (this.#isEjected) return 'ejected';
    return this.#probeFails ? 'failing_probes' : 'available';
  }

  get latencies(): Latencies {
    const window = this.#latencies;
    return { p50: window.quantile(0.5), p95: window.quantile(0.95), p99: window.quantile(0.99) };
  }

  succeeded(ms: number): void {
    this.#latencies.add(ms);
    this.#failuresInARow = 0;
  }

  /** @returns how many failures in a row that makes */
  failed(code: string): number {
    this.lastFailure = { code, at: new Date() };
    this.#failuresInARow += 1;
    return this.#failuresInARow;
  }

  /** Out of use until a probe succeeds, which is tried after the pause; the pause doubles each time. */
  eject(pauseMs: number, maxPauseMs: number): void {
    this.#isEjected = true;
    this.#ejectedAt = performance.now();
    this.probeDueAt = this.#ejectedAt + Math.min(maxPauseMs, pauseMs * 2 ** this.#ejections);
    this.#ejections += 1;
  }

  /** What the probes of another replica have found counts until the first from here. */
  presume(isHealthy: boolean): void {
    if (this.lastProbe === undefined) this.#probeFails = !isHealthy;
  }

  /**
   * Takes note of a probe, and when the next one is due.
   * @param askedAt `performance.now()`; a probe that had been sent before the ejection tells nothing of what led to it
   */
  probed(isHealthy: boolean, askedAt: number, pauseMs: number): void {
    if (askedAt < this.#ejectedAt) return;
    this.probeDueAt = performance.now() + pauseMs;
    // Two good probes in a row, without an ejection between them, and the past is forgotten.
    if (isHealthy && !this.#isEjected && !this.#probeFails) this.#ejections = 0;
    if (isHealthy && this.#isEjected) this.#failuresInARow = 0;
    this.lastProbe = isHealthy;
    this.#probeFails = !isHealthy;
    this.#isEjected &&= !isHealthy;
  }
}
