import { z } from 'zod';

import { SERVICE_NAMES } from '../../config/index.js';

const milliseconds = z.number().nonnegative().nullable();

const instanceSchema = z
  .strictObject({
    id: z.string().meta({ example: 'ocr_extractor-1' }),
    url: z.string().optional().meta({ description: 'Its address; for those who hold `admin:read`.' }),
    state: z.enum(['available', 'ejected', 'failing_probes']),
    in_flight: z.int().nonnegative(),
    latency_ms: z
      .strictObject({ p50: milliseconds, p95: milliseconds, p99: milliseconds })
      .meta({ description: 'Of the last 256 answers, to their headers; null before the first.' }),
    last_failure: z
      .strictObject({ code: z.string().meta({ example: 'UPSTREAM_TIMEOUT' }), at: z.iso.datetime() })
      .nullable(),
  })
  .meta({ id: 'ServiceInstance' });

export const serviceResponseSchema = z
  .strictObject({
    name: z.enum(SERVICE_NAMES),
    state: z.enum(['healthy', 'unhealthy']),
    breaker: z.enum(['closed', 'open', 'half_open', 'isolated']),
    in_flight: z.int().nonnegative(),
    queued: z.int().nonnegative().meta({ description: 'Calls that wait for a place.' }),
    instances: z.array(instanceSchema),
  })
  .meta({ id: 'Service' });

export const servicesResponseSchema = z
  .strictObject({ services: z.array(serviceResponseSchema) })
  .meta({ id: 'Services' });

export type InstanceResponse = z.infer<typeof instanceSchema>;
export type ServiceResponse = z.infer<typeof serviceResponseSchema>;
export type ServicesResponse = z.infer<typeof servicesResponseSchema>;
