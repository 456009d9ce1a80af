export { METRICS } from './catalogue.js';
export { ConnectionMetrics } from './connection-metrics.js';
export { type Counts, difference, quantile, type Tally, total } from './counts.js';
export { MetricsModule } from './metrics.module.js';
export { MetricsServer } from './metrics-server.js';
export { RecentCounts } from './recent-counts.js';
export { RequestMetrics } from './request-metrics.js';
