import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';

import { type AppConfig, listOfPairs } from '../config/index.js';
import { OtelTracing } from './otel-tracing.js';
import { samplerOf } from './sampler.js';
import { TellingExporter } from './telling-exporter.js';
import { tracePostgres } from './trace-postgres.js';
import { traceRedis } from './trace-redis.js';

type TracingConfig = AppConfig['tracing'];

/** What waits for a collector that is slow or gone; more is lost, and nobody waits for it. */
const MAX_WAITING_SPANS = 8_192;
const MAX_BATCH_SPANS = 512;
const BATCH_EVERY_MS = 1_000;
/** The exporter's own verdict comes first, and is told. */
const GRACE_MS = 1_000;
/** Exports at once: each holds a batch in memory. */
const MAX_EXPORTS = 4;

/** Texts of a microservice or a library, such as the message of an error, may be long. */
const MAX_VALUE_CHARACTERS = 1_000;

/** Collects traces from now on: of what is told by `traced`, and of all statements and commands below that. */
export function createTracing(config: TracingConfig): OtelTracing {
  const provider = new TracerProvider({
    sampler: samplerOf(config),
    resource: resourceOf(config),
    spanLimits: { attributeValueLengthLimit: MAX_VALUE_CHARACTERS },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new TellingExporter(exporterOf(config), config.timeout),
        maxQueueSize: MAX_WAITING_SPANS,
        maxExportBatchSize: MAX_BATCH_SPANS,
        scheduledDelayMillis: BATCH_EVERY_MS,
        exportTimeoutMillis: config.timeout + GRACE_MS,
      }),
    ],
  });
  const tracing = new OtelTracing(provider);
  tracePostgres(tracing);
  traceRedis(tracing);
  return tracing;
}

function exporterOf({ endpoint, headers, timeout }: TracingConfig): OTLPTraceExporter {
  return new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    headers: listOfPairs(headers) ?? {},
    timeoutMillis: timeout,
    concurrencyLimit: MAX_EXPORTS,
  });
}

function resourceOf({ service_name: name, resource_attributes: more }: TracingConfig): Resource {
  return resourceFromAttributes({ ...listOfPairs(more), [ATTR_SERVICE_NAME]: name });
}
