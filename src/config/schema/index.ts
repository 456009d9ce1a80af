import './key-meta.js';
import { z } from 'zod';
import { alertsSchema } from './alerts.schema.js';
import { authSchema } from './auth.schema.js';
import { cacheSchema } from './cache.schema.js';
import { corsSchema } from './cors.schema.js';
import { databaseSchema } from './database.schema.js';
import { jobsSchema } from './jobs.schema.js';
import { loggingSchema } from './logging.schema.js';
import { monitoringSchema } from './monitoring.schema.js';
import { processingSchema } from './processing.schema.js';
import { rateLimitingSchema } from './rate-limiting.schema.js';
import { runtimeSchema } from './runtime.schema.js';
import { securitySchema } from './security.schema.js';
import { serverSchema } from './server.schema.js';
import { servicesSchema } from './services.schema.js';
import { tracingSchema } from './tracing.schema.js';
import { webhooksSchema } from './webhooks.schema.js';

/** The whole configuration: one entry per block, each block one file in `config/`. */
export const appConfigSchema = z.strictObject({
  runtime: runtimeSchema,
  server: serverSchema,
  services: servicesSchema,
  auth: authSchema,
  database: databaseSchema,
  cors: corsSchema,
  security: securitySchema,
  rate_limiting: rateLimitingSchema,
  logging: loggingSchema,
  cache: cacheSchema,
  monitoring: monitoringSchema,
  tracing: tracingSchema,
  alerts: alertsSchema,
  processing: processingSchema,
  jobs: jobsSchema,
  webhooks: webhooksSchema,
});

export type BlockName = keyof typeof appConfigSchema.shape;

export const BLOCK_NAMES = Object.keys(appConfigSchema.shape) as BlockName[];

/** File of a block: its name in kebab-case. Prometheus users expect `.yml`, as the seed has it. */
export function fileOfBlock(block: BlockName): string {
  return block === 'alerts' ? 'alerts.yml' : `${block.replaceAll('_', '-')}.yaml`;
}
