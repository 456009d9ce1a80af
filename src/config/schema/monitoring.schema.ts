import { z } from 'zod';
import { port, seconds, urlPath } from './scalars.js';
import { SERVICE_NAMES } from './service-names.js';

const buckets = z
  .array(z.number().positive())
  .min(1)
  .refine((bounds) => bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? 0)), {
    error: 'expected bounds in rising order',
  });

const KIND = { description: 'Kind of metric; fixed.' };

const prometheusSchema = z
  .strictObject({
    enabled: z.boolean().default(true).meta({ description: 'Whether metrics are kept and served.' }),
    port: port.default(9090).meta({ description: 'TCP port of the metrics listener; 0 takes a free one.' }),
    path: urlPath.default('/metrics').meta({ description: 'Path of the metrics.' }),
    custom_metrics: z
      .strictObject({
        requests_total: counter('Total number of requests', ['method', 'endpoint', 'status_code']),
        request_duration_seconds: histogram(
          'Request duration in seconds',
          ['method', 'endpoint'],
          [0.1, 0.5, 1.0, 2.5, 5.0, 10.0],
        ),
        active_connections: gauge('Number of active connections'),
        processing_queue_size: gauge('Number of items in processing queue'),
      })
      .prefault({}),
  })
  .prefault({});

export const monitoringSchema = z
  .strictObject({
    prometheus: prometheusSchema,
    health_checks: z
      .strictObject({
        interval: seconds.default(30).meta({ description: 'Seconds between two probes of a microservice.' }),
        timeout: seconds.default(10).meta({ description: 'Seconds a probe may take.' }),
        services: z
          .array(z.enum(SERVICE_NAMES))
          .default([...SERVICE_NAMES])
          .meta({ description: 'Microservices that are probed and named by `GET /health`.' }),
      })
      .prefault({}),
  })
  .prefault({})
  .meta({ title: 'Monitoring', description: 'Metrics and health probes.' });

function counter(description: string, labelNames: readonly string[]) {
  const type = z.literal('counter').default('counter').meta(KIND);
  return z.strictObject({ type, ...textKeys(description, labelNames) }).prefault({});
}

function gauge(description: string) {
  const type = z.literal('gauge').default('gauge').meta(KIND);
  return z.strictObject({ type, ...textKeys(description, []) }).prefault({});
}

function histogram(description: string, labelNames: readonly string[], bounds: readonly number[]) {
  return z
    .strictObject({
      type: z.literal('histogram').default('histogram').meta(KIND),
      ...textKeys(description, labelNames),
      buckets: buckets.default([...bounds]).meta({ description: 'Upper bounds, in seconds.' }),
    })
    .prefault({});
}

function textKeys(description: string, labelNames: readonly string[]) {
  return {
    description: z.string().min(1).default(description).meta({ description: 'Help text of the metric.' }),
    labels: fixedLabels(labelNames)
      .default([...labelNames])
      .meta({ description: 'Labels; fixed.' }),
  };
}

/** Alerts and dashboards go by them. */
function fixedLabels(names: readonly string[]) {
  return z
    .array(z.string())
    .refine((given) => given.length === names.length && names.every((name) => given.includes(name)), {
      error: names.length === 0 ? 'expected no labels' : `expected the labels ${names.join(', ')}`,
    });
}
