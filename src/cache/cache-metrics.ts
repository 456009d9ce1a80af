import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter, Gauge } from 'prom-client';

import { type Labels, METRICS } from '../metrics/index.js';
import type { Operation } from './operations.js';

/** How a result was come by. `resumed`: an earlier attempt at the same work had got it. */
export type Verdict = 'hit' | 'miss' | 'collapsed' | 'revalidated' | 'bypass' | 'resumed';

export type StoreCommand = 'get' | 'set' | 'delete' | 'lock';

@Injectable()
export class CacheMetrics {
  constructor(
    @InjectMetric(METRICS.cacheResults) private readonly results: Counter,
    @InjectMetric(METRICS.cacheStoreErrors) private readonly errors: Counter,
    @InjectMetric(METRICS.cacheRefused) private readonly refused: Counter,
    @InjectMetric(METRICS.cacheMemory) private readonly memory: Gauge,
  ) {}

  obtained(operation: Operation, verdict: Verdict): void {
    this.results.inc({ operation, verdict } satisfies Labels<'cacheResults'>);
  }

  storeFailed(command: StoreCommand): void {
    this.errors.inc({ command } satisfies Labels<'cacheStoreErrors'>);
  }

  tooLarge(operation: Operation): void {
    this.refused.inc({ operation } satisfies Labels<'cacheRefused'>);
  }

  memoryBytes(bytes: number): void {
    this.memory.set(bytes);
  }
}
