export { METRICS } from './catalogue.js';
export { ConnectionMetrics } from './connection-metrics.js';
export { MetricsModule } from './metrics.module.js';
export { MetricsServer } from './metrics-server.js';
export { RequestMetrics } from './request-metrics.js';
