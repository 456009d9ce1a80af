import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';

import { type Labels, METRICS, onScrape } from '../metrics/index.js';
import { type BacklogCensus, JobBacklog } from './job-backlog.js';

/** Figures that are the same on every replica: they are asked of the database with every scrape. */
@Injectable()
export class JobMetrics {
  #census: Promise<BacklogCensus | undefined> | undefined;

  constructor(
    private readonly backlog: JobBacklog,
    @InjectMetric(METRICS.processingQueue) queueSize: Gauge,
    @InjectMetric(METRICS.jobs) jobs: Gauge,
    @InjectMetric(METRICS.oldestQueuedJob) oldest: Gauge,
    @InjectMetric(METRICS.deadJobs) dead: Gauge,
  ) {
    this.#read(queueSize, ({ queued, running }) => {
      queueSize.set(queued + running);
    });
    this.#read(jobs, ({ queued, running }) => {
      jobs.set({ state: 'queued' } satisfies Labels<'jobs'>, queued);
      jobs.set({ state: 'running' } satisfies Labels<'jobs'>, running);
    });
    this.#read(oldest, ({ oldestSeconds }) => {
      oldest.set(oldestSeconds);
    });
    this.#read(dead, (census) => {
      dead.set(census.dead);
    });
  }

  #read(gauge: Gauge, set: (census: BacklogCensus) => void): void {
    onScrape(gauge, async () => {
      const census = await this.#take();
      // While the database is away, what was known last stands.
      if (census) set(census);
    });
  }

  /** The gauges are read at the same time, and one question answers all of them. */
  #take(): Promise<BacklogCensus | undefined> {
    this.#census ??= this.backlog
      .census()
      .catch(() => undefined)
      .finally(() => (this.#census = undefined));
    return this.#census;
  }
}
