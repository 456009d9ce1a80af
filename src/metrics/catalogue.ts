import { SERVICE_NAMES } from '../config/index.js';
import type { LabelValues, MetricDefinition } from './metric-definition.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'other'] as const;
const OPERATIONS = [
  'preprocess',
  'detect_corners',
  'unwarp',
  'embed',
  'cluster',
  'classify',
  'ocr',
  'extract',
] as const;
const LATENCY_BUCKETS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300,
] as const;
const PHASE_BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] as const;

/**
 * Every metric that the gateway keeps, beside the usual ones of a Node process (`process_…`, `nodejs_…`). Of the first
 * four, help text, labels and buckets are taken from the configuration.
 */
export const CATALOGUE = {
  requests: {
    name: 'requests_total',
    type: 'counter',
    help: 'Total number of requests',
    labels: { method: METHODS, endpoint: 'route', status_code: 'status' },
  },
  requestDuration: {
    name: 'request_duration_seconds',
    type: 'histogram',
    help: 'Request duration in seconds',
    labels: { method: METHODS, endpoint: 'route' },
  },
  activeConnections: { name: 'active_connections', type: 'gauge', help: 'Number of active connections' },
  processingQueue: {
    name: 'processing_queue_size',
    type: 'gauge',
    help: 'Number of items in processing queue',
    aggregator: 'max',
  },
  httpRequestDuration: {
    name: 'iris_http_request_duration_seconds',
    type: 'histogram',
    help: 'Request duration in seconds, from a millisecond to minutes',
    labels: { method: METHODS, endpoint: 'route' },
    buckets: LATENCY_BUCKETS,
  },

  serviceHealth: {
    name: 'service_health',
    type: 'gauge',
    help: 'Whether a microservice is healthy (1) or not (0)',
    labels: { service: SERVICE_NAMES },
    aggregator: 'min',
  },
  breakerState: {
    name: 'iris_upstream_breaker_state',
    type: 'gauge',
    help: 'The state that the circuit breaker of a microservice is in (1), and those that it is not in (0)',
    labels: { service: SERVICE_NAMES, state: ['closed', 'half_open', 'open', 'isolated'] },
    aggregator: 'max',
  },
  upstreamCalls: {
    name: 'iris_upstream_calls',
    type: 'gauge',
    help: 'Calls to a microservice that are in flight, or wait for a place in its bulkhead',
    labels: { service: SERVICE_NAMES, state: ['in_flight', 'queued'] },
  },
  upstreamAttempts: {
    name: 'iris_upstream_attempts_total',
    type: 'counter',
    help: 'Attempts at instances of a microservice, by how they ended; abandoned: nobody waited any longer',
    labels: {
      service: SERVICE_NAMES,
      outcome: [
        'answered',
        'unavailable',
        'timeout',
        'failed',
        'busy',
        'rejected',
        'refused',
        'invalid_response',
        'abandoned',
      ],
    },
  },
  upstreamRetries: {
    name: 'iris_upstream_retries_total',
    type: 'counter',
    help: 'Those of the attempts that were not the first of their call',
    labels: { service: SERVICE_NAMES },
  },

  rateLimitDecisions: {
    name: 'iris_rate_limit_decisions_total',
    type: 'counter',
    help: 'Units of limits: admitted, refused or given back',
    labels: {
      tier: ['default', 'authenticated', 'admin', 'processing', 'api_key'],
      outcome: ['admitted', 'refused', 'given_back'],
    },
  },
  rateLimitDegraded: {
    name: 'iris_rate_limit_degraded',
    type: 'gauge',
    help: 'Whether limits are counted by this replica alone, because Redis does not answer (1), or shared (0)',
    aggregator: 'max',
  },

  cacheResults: {
    name: 'iris_cache_results_total',
    type: 'counter',
    help: 'Results of microservices by how they were come by: hit, miss, collapsed, revalidated, bypass',
    labels: {
      operation: OPERATIONS,
      verdict: ['hit', 'miss', 'collapsed', 'revalidated', 'bypass', 'resumed'],
    },
  },
  cacheStoreErrors: {
    name: 'iris_cache_store_errors_total',
    type: 'counter',
    help: 'Commands to Redis that failed: get, set, delete, lock',
    labels: { command: ['get', 'set', 'delete', 'lock'] },
  },
  cacheRefused: {
    name: 'iris_cache_refused_entries_total',
    type: 'counter',
    help: 'Results that were too large to be kept',
    labels: { operation: OPERATIONS },
  },
  cacheMemory: {
    name: 'iris_cache_memory_bytes',
    type: 'gauge',
    help: 'Bytes of results in the memory of this replica',
  },

  documentsInProgress: {
    name: 'iris_documents_in_progress',
    type: 'gauge',
    help: 'Documents that this process has under way, for clients that wait and as jobs',
  },
  phaseDuration: {
    name: 'iris_phase_duration_seconds',
    type: 'histogram',
    help: 'Duration of the phases of documents: done by a microservice (miss), had already (hit), or failed',
    labels: {
      phase: ['phase_1', 'phase_2', 'phase_3', 'phase_4', 'phase_5'],
      verdict: ['hit', 'miss', 'failed'],
    },
    buckets: PHASE_BUCKETS,
  },

  jobs: {
    name: 'iris_jobs',
    type: 'gauge',
    help: 'Jobs that are not over, of all replicas',
    labels: { state: ['queued', 'running'] },
    aggregator: 'max',
  },
  jobEvents: {
    name: 'iris_jobs_events_total',
    type: 'counter',
    help: 'What has happened to jobs, as committed by this process',
    labels: { event: ['queued', 'started', 'phase', 'succeeded', 'failed', 'cancelled'] },
  },
  oldestQueuedJob: {
    name: 'iris_jobs_oldest_queued_seconds',
    type: 'gauge',
    help: 'How long the oldest job that is due has waited for a worker; 0: none waits',
    aggregator: 'max',
  },
  deadJobs: {
    name: 'iris_jobs_dead',
    type: 'gauge',
    help: 'Jobs that were given up for want of attempts and can still be repeated, of all replicas',
    aggregator: 'max',
  },
  webhookDeliveries: {
    name: 'iris_webhooks_deliveries_total',
    type: 'counter',
    help: 'Calls of webhooks by what became of the delivery: delivered, retried, failed, disabled',
    labels: { outcome: ['delivered', 'retried', 'failed', 'disabled'] },
  },

  logWriteErrors: {
    name: 'iris_log_write_errors_total',
    type: 'counter',
    help: 'Writes to log files that failed, by the handler in the configuration',
    labels: { handler: ['file', 'error_file'] },
  },

  authEvents: {
    name: 'iris_auth_events_total',
    type: 'counter',
    help: 'Logins, refreshes and refusals',
    labels: {
      event: [
        'login_succeeded',
        'login_failed',
        'login_throttled',
        'token_refreshed',
        'refresh_reused',
        'refresh_refused',
        'token_refused',
        'key_refused',
        'access_refused',
      ],
    },
  },

  buildInfo: {
    name: 'iris_build_info',
    type: 'gauge',
    help: 'Always 1: which version of the gateway runs, and on which Node',
    labels: { version: 'constant', node: 'constant' },
    aggregator: 'first',
  },
} as const satisfies Record<string, MetricDefinition>;

type Catalogue = typeof CATALOGUE;
export type MetricKey = keyof Catalogue;

/** The exact name of every metric. */
export const METRICS = Object.fromEntries(
  Object.entries(CATALOGUE).map(([key, { name }]) => [key, name]),
) as { readonly [Key in MetricKey]: Catalogue[Key]['name'] };

type ValueOf<Values> = Values extends readonly (infer Value)[] ? Value : string;
type LabelsOf<Definition> = Definition extends { labels: infer Labels extends Record<string, LabelValues> }
  ? { readonly [Label in keyof Labels]: ValueOf<Labels[Label]> }
  : Record<string, never>;

/** The labels of one series: a value that is not declared does not compile. */
export type Labels<Key extends MetricKey> = LabelsOf<Catalogue[Key]>;
