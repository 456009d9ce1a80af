import { z } from 'zod';

/** What the probes answer, for the API description. */

export const healthSchema = z
  .strictObject({
    status: z.enum(['healthy', 'degraded', 'unhealthy']),
    timestamp: z.iso.datetime(),
    services: z
      .record(z.string(), z.enum(['healthy', 'unhealthy']))
      .meta({ description: 'By microservice.', examples: [{ ocr_extractor: 'healthy' }] }),
    uptime: z.int().nonnegative().meta({ description: 'Seconds since the process started.' }),
    memory: z.strictObject({
      used: z.string().meta({ example: '45.2 MB' }),
      total: z.string().meta({ example: '512.0 MB' }),
    }),
  })
  .meta({ id: 'Health' });

export const livenessSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Liveness' });

export const readinessSchema = z
  .strictObject({ status: z.literal('ok'), details: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Readiness' });
