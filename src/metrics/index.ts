export { CATALOGUE, type Labels, METRICS } from './catalogue.js';
export { ConnectionMetrics } from './connection-metrics.js';
export { type Counts, difference, quantile, sum, type Tally, total } from './counts.js';
export type { LabelValues, MetricDefinition } from './metric-definition.js';
export { MetricsModule } from './metrics.module.js';
export { MetricsServer } from './metrics-server.js';
export { onScrape } from './on-scrape.js';
export { RecentCounts } from './recent-counts.js';
export { RequestMetrics } from './request-metrics.js';
