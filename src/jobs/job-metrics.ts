import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';

import { METRICS } from '../metrics/index.js';
import { JobBacklog } from './job-backlog.js';

/** Keeps the size of the queue, which is the same on every replica: it is asked of the database with every scrape. */
@Injectable()
export class JobMetrics {
  constructor(@InjectMetric(METRICS.processingQueue) gauge: Gauge, backlog: JobBacklog) {
    // prom-client calls it before it reads the value; it is not in its type once the gauge was made.
    Object.assign(gauge, {
      collect: async () => {
        // While the database is away, the last known size stands.
        const size = await backlog.size().catch(() => undefined);
        if (size !== undefined) gauge.set(size);
      },
    });
  }
}
