import type { Counter, Gauge } from 'prom-client';

/**
 * Has a metric read from state that is kept anyway: nothing is to be kept up to date while nobody looks.
 * @param collect is called, and awaited, before the values are read
 */
export function onScrape(metric: Gauge | Counter, collect: () => void | Promise<void>): void {
  // prom-client looks for it at every scrape, but its types have it only where the metric is made.
  Object.assign(metric, { collect });
}
