import { AggregatorRegistry, collectDefaultMetrics } from 'prom-client';

/** In a worker: answers the primary process, which serves the metrics of all workers on one port. */
export function shareMetrics(): void {
  collectDefaultMetrics();
  // Creating it makes it listen.
  new AggregatorRegistry();
}
