import { z } from 'zod';

import { documentDigestSchema } from '../cache/index.js';
import { SERVICE_NAMES } from '../config/index.js';

export const cachePurgeSchema = z
  .strictObject({
    owner: z.uuid().optional().meta({ description: 'Results of the documents of this user.' }),
    service: z.enum(SERVICE_NAMES).optional().meta({ description: 'Results of this microservice.' }),
    document: documentDigestSchema
      .optional()
      .meta({ description: 'Results of the document with this SHA-256.' }),
  })
  .refine((selector) => Object.values(selector).some((value) => value !== undefined), {
    error: 'name an owner, a service or a document',
  })
  .meta({ id: 'CachePurgeRequest' });
export type CachePurgeRequest = z.infer<typeof cachePurgeSchema>;

export const cachePurgedSchema = z
  .strictObject({
    memory: z
      .int()
      .nonnegative()
      .meta({ description: 'Entries that went from the memory of the replica that answers.' }),
    redis: z
      .int()
      .nullable()
      .meta({ description: 'Entries that went from Redis; null where there is none.' }),
  })
  .meta({ id: 'CachePurge' });
export type CachePurgeResponse = z.infer<typeof cachePurgedSchema>;
