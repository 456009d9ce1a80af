import { z } from 'zod';

import { serviceResponseSchema } from '../proxy/index.js';

export const breakerSchema = z
  .strictObject({
    action: z.enum(['isolate', 'reset']).meta({
      description:
        '`isolate` refuses every call until `reset`, which closes the breaker, whatever had opened it.',
    }),
  })
  .meta({ id: 'BreakerRequest' });
export type BreakerRequest = z.infer<typeof breakerSchema>;

const seconds = z.number();

/** As in the configuration, under the names that it has there. */
const policySchema = z
  .strictObject({
    timeout: seconds,
    max_retries: z.int().nonnegative(),
    retry_delay: seconds,
    circuit_breaker: z.strictObject({
      failure_threshold: z.int().nonnegative(),
      recovery_timeout: seconds,
      expected_exception: z.array(z.string()),
    }),
    bulkhead: z.strictObject({
      max_concurrent: z.int().nonnegative(),
      max_queue: z.int().nonnegative(),
      max_wait_seconds: seconds,
    }),
    balancing: z.string(),
    ejection: z.strictObject({ failure_threshold: z.int().nonnegative(), seconds }),
    connect_timeout_seconds: seconds,
    max_connections: z.int().nonnegative(),
    max_response_bytes: z.int().nonnegative(),
    health_endpoint: z.string(),
    repeatable_paths: z.array(z.string()),
    training_paths: z.array(z.string()),
  })
  .meta({ id: 'ServicePolicy' });

export const adminServiceSchema = serviceResponseSchema
  .extend({
    isolation: z
      .strictObject({ since: z.iso.datetime(), by: z.uuid().nullable() })
      .nullable()
      .meta({ description: 'Since when it is out of use, and which user has done that.' }),
    retry_budget: z
      .strictObject({ left: z.int().nonnegative(), of: z.int() })
      .meta({ description: 'Retries that would be allowed now; each request puts a fifth of one back.' }),
    policy: policySchema,
  })
  .meta({ id: 'AdminService' });
export type AdminService = z.infer<typeof adminServiceSchema>;

export const adminServicesSchema = z
  .strictObject({ services: z.array(adminServiceSchema) })
  .meta({ id: 'AdminServices' });
export type AdminServices = z.infer<typeof adminServicesSchema>;
