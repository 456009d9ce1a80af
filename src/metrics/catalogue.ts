import type { Provider } from '@nestjs/common';
import { makeCounterProvider, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';

import type { AppConfig } from '../config/index.js';

/** Every metric that the gateway keeps, by its exact name. */
export const METRICS = {
  requests: 'requests_total',
  requestDuration: 'request_duration_seconds',
  activeConnections: 'active_connections',
  processingQueue: 'processing_queue_size',
  documentsInProgress: 'iris_documents_in_progress',
  serviceHealth: 'service_health',
  rateLimitDecisions: 'iris_rate_limit_decisions_total',
  rateLimitDegraded: 'iris_rate_limit_degraded',
  cacheResults: 'iris_cache_results_total',
  cacheStoreErrors: 'iris_cache_store_errors_total',
  cacheRefused: 'iris_cache_refused_entries_total',
  cacheMemory: 'iris_cache_memory_bytes',
  webhookDeliveries: 'iris_webhooks_deliveries_total',
  logWriteErrors: 'iris_log_write_errors_total',
} as const;

type CustomMetrics = AppConfig['monitoring']['prometheus']['custom_metrics'];

export function metricProviders(custom: CustomMetrics): Provider[] {
  const { requests_total, request_duration_seconds, active_connections, processing_queue_size } = custom;
  return [
    makeCounterProvider({
      name: METRICS.requests,
      help: requests_total.description,
      labelNames: [...requests_total.labels],
    }),
    makeHistogramProvider({
      name: METRICS.requestDuration,
      help: request_duration_seconds.description,
      labelNames: [...request_duration_seconds.labels],
      buckets: [...request_duration_seconds.buckets],
    }),
    makeGaugeProvider({ name: METRICS.activeConnections, help: active_connections.description }),
    makeGaugeProvider({ name: METRICS.processingQueue, help: processing_queue_size.description }),
    makeGaugeProvider({
      name: METRICS.documentsInProgress,
      help: 'Documents that this process has under way, for clients that wait and as jobs',
    }),
    makeGaugeProvider({
      name: METRICS.serviceHealth,
      help: 'Whether a microservice is healthy (1) or not (0)',
      labelNames: ['service'],
    }),
    makeCounterProvider({
      name: METRICS.rateLimitDecisions,
      help: 'Units of limits: admitted, refused or given back',
      labelNames: ['tier', 'outcome'],
    }),
    makeGaugeProvider({
      name: METRICS.rateLimitDegraded,
      help: 'Whether limits are counted by this replica alone, because Redis does not answer (1), or shared (0)',
    }),
    ...cacheMetrics,
    webhookDeliveries,
    logWriteErrors,
  ];
}

const cacheMetrics: readonly Provider[] = [
  makeCounterProvider({
    name: METRICS.cacheResults,
    help: 'Results of microservices by how they were come by: hit, miss, collapsed, revalidated, bypass',
    labelNames: ['operation', 'verdict'],
  }),
  makeCounterProvider({
    name: METRICS.cacheStoreErrors,
    help: 'Commands to Redis that failed: get, set, delete, lock',
    labelNames: ['command'],
  }),
  makeCounterProvider({
    name: METRICS.cacheRefused,
    help: 'Results that were too large to be kept',
    labelNames: ['operation'],
  }),
  makeGaugeProvider({ name: METRICS.cacheMemory, help: 'Bytes of results in the memory of this replica' }),
];

const webhookDeliveries = makeCounterProvider({
  name: METRICS.webhookDeliveries,
  help: 'Calls of webhooks by what became of the delivery: delivered, retried, failed, disabled',
  labelNames: ['outcome'],
});

const logWriteErrors = makeCounterProvider({
  name: METRICS.logWriteErrors,
  help: 'Writes to log files that failed, by the handler in the configuration',
  labelNames: ['handler'],
});
