import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter, Histogram } from 'prom-client';

import { METRICS } from './catalogue.js';
import { type Counts, tally } from './counts.js';

const STEP_MS = 10_000;
const WINDOW_MS = 300_000;
const NOTHING: Omit<Counts, 'at'> = { statuses: {}, durations: {}, verdicts: {}, units: {} };

/** What this process has counted, now and five minutes ago: read off the metrics every ten seconds. */
@Injectable()
export class RecentCounts implements OnModuleInit, OnApplicationShutdown {
  /** The oldest first. */
  #past: Counts[] = [{ at: performance.now(), ...NOTHING }];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectMetric(METRICS.requests) private readonly requests: Counter,
    @InjectMetric(METRICS.httpRequestDuration) private readonly duration: Histogram,
    @InjectMetric(METRICS.cacheResults) private readonly results: Counter,
    @InjectMetric(METRICS.rateLimitDecisions) private readonly decisions: Counter,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.#note(), STEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** How it was five minutes before, or at the start when that was later. */
  before(now: Counts): Counts {
    return this.#past.find(({ at }) => at >= now.at - WINDOW_MS) ?? now;
  }

  async now(): Promise<Counts> {
    const at = performance.now();
    const [requests, duration, results, decisions] = await Promise.all([
      this.requests.get(),
      this.duration.get(),
      this.results.get(),
      this.decisions.get(),
    ]);
    return {
      at,
      statuses: tally(requests.values, 'status_code'),
      durations: tally(duration.values, 'le'),
      verdicts: tally(results.values, 'verdict'),
      units: tally(decisions.values, 'outcome'),
    };
  }

  async #note(): Promise<void> {
    const now = await this.now();
    // One step more than the window, so that it is never shorter once there has been so much time.
    this.#past = [...this.#past, now].filter(({ at }) => at >= now.at - WINDOW_MS - STEP_MS);
  }
}
