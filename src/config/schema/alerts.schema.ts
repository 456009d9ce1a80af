import { z } from 'zod';

const duration = z.string().regex(/^(\d+(ms|[smhdwy]))+$/, {
  error: 'expected a Prometheus duration such as 5m',
});

const rule = z.strictObject({
  alert: z.string().regex(/^[a-zA-Z_]\w*$/, { error: 'expected a name of letters, digits and _' }),
  expr: z.string().min(1),
  for: duration.default('0s'),
  labels: z.object({ severity: z.enum(['info', 'warning', 'critical']) }).catchall(z.string()),
  annotations: z.object({ message: z.string().min(1) }).catchall(z.string()),
});

const group = z.strictObject({
  name: z.string().min(1),
  interval: duration.optional(),
  rules: z.array(rule).min(1),
});

/** The four alerts of the seed page, in the words of Prometheus. */
const SEED_GROUP: z.input<typeof group> = {
  name: 'iris-api-gateway',
  rules: [
    // 100 *, because the message speaks of per cent.
    alert(
      'high_error_rate',
      '100 * sum(rate(requests_total{status_code=~"5.."}[5m])) / sum(rate(requests_total[5m])) > 100 * 0.05',
      '5m',
      'warning',
      'High error rate detected: {{ $value }}%',
    ),
    alert(
      'service_down',
      'max by (service) (service_health) == 0',
      '1m',
      'critical',
      'Service {{ $labels.service }} is down',
    ),
    // Not of routes on which clients wait for a job as long as they like.
    alert(
      'high_latency',
      'sum(rate(request_duration_seconds_sum{endpoint!~"(/v1)?/jobs/:id(/events)?"}[5m])) / sum(rate(request_duration_seconds_count{endpoint!~"(/v1)?/jobs/:id(/events)?"}[5m])) > 10',
      '2m',
      'warning',
      'High response time: {{ $value }}s',
    ),
    alert(
      'queue_backlog',
      'processing_queue_size > 100',
      '3m',
      'warning',
      'Processing queue backlog: {{ $value }} items',
    ),
  ],
};

export const alertsSchema = z
  .strictObject({
    groups: z
      .array(group)
      .default([group.parse(SEED_GROUP)])
      .meta({ description: 'Groups of alerting rules, exactly as Prometheus reads them.' }),
  })
  .prefault({})
  .meta({ title: 'Alerts', description: 'Rules for Prometheus, which loads this very file.' });

function alert(
  name: string,
  expr: string,
  lasting: string,
  severity: 'info' | 'warning' | 'critical',
  message: string,
): z.input<typeof rule> {
  return { alert: name, expr, for: lasting, labels: { severity }, annotations: { message } };
}
