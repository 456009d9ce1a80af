import { z } from 'zod';
import { addressRange, port, positiveInteger, seconds, secondsOrZero } from './scalars.js';

export const serverSchema = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .default('0.0.0.0')
      .meta({ description: 'Address to listen on.', env: 'API_GATEWAY_HOST' }),
    port: port
      .default(8000)
      .meta({ description: 'TCP port of the public API; 0 takes a free one.', env: 'API_GATEWAY_PORT' }),
    workers: z
      .union([z.int().min(1).max(256), z.literal('auto')], {
        error: 'expected a number of processes from 1 to 256, or auto',
      })
      .default(1)
      .meta({
        description:
          'Processes that share the port; `auto` is one for each core. More than one needs REDIS_URL and DATABASE_URL.',
        env: 'API_GATEWAY_WORKERS',
      }),
    trusted_proxies: z.array(addressRange).default([]).meta({
      description: 'Load balancers whose X-Forwarded-* headers are believed: addresses or CIDR ranges.',
      env: 'TRUSTED_PROXIES',
      example: '["10.0.0.0/8"]',
    }),
    headers_timeout_seconds: seconds
      .default(10)
      .meta({ description: 'Seconds in which the headers of a request must be complete.' }),
    request_timeout_seconds: seconds
      .default(300)
      .meta({ description: 'Seconds in which a whole request, with its upload, must have arrived.' }),
    keep_alive_timeout_seconds: seconds
      .default(65)
      .meta({ description: 'Seconds an idle connection stays open; keep it above the load balancer’s.' }),
    max_connections: positiveInteger
      .default(10_000)
      .meta({ description: 'Most open connections; keep it below the limit of open files.' }),
    max_header_bytes: z
      .int()
      .min(1024)
      .default(16_384)
      .meta({ description: 'Largest request line and headers together, in bytes.' }),
    body_idle_timeout_seconds: seconds.default(10).meta({
      description: 'Seconds without a byte of an upload, or without a byte taken of a download, that end it.',
    }),
    max_event_loop_delay_ms: positiveInteger.default(500).meta({
      description:
        'Usual delay of the event loop, in milliseconds, beyond which new work is refused with 503. Health and admin routes are not.',
    }),
    drain_delay_seconds: secondsOrZero.default(5).meta({
      description: 'Seconds between "not ready" and closing, so that load balancers look elsewhere first.',
    }),
    drain_timeout_seconds: secondsOrZero
      .default(30)
      .meta({ description: 'Seconds that running requests get to finish at shutdown.' }),
  })
  .prefault({})
  .meta({ title: 'Server', description: 'The public listener and its bounds.' });
