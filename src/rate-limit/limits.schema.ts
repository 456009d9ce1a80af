import { z } from 'zod';

import { secondsUntil } from './quota-headers.js';
import type { Standing } from './store/rate-limit-store.js';

export const limitSchema = z
  .strictObject({
    name: z.string().meta({ description: 'As in the header `RateLimit-Policy`.', example: 'processing' }),
    limit: z.int().min(0).meta({ description: 'Calls in any window.' }),
    window: z.int().min(0).meta({ description: 'Seconds.' }),
    remaining: z.int().min(0).meta({ description: 'Calls that would be admitted now.' }),
    reset: z.int().min(0).meta({ description: 'Seconds until more remains; 0 when nothing is used.' }),
  })
  .meta({ id: 'Limit' });

export const limitsResponseSchema = z.strictObject({ limits: z.array(limitSchema) }).meta({ id: 'Limits' });
export type LimitsResponse = z.infer<typeof limitsResponseSchema>;

export function toLimitsResponse(standings: readonly Standing[]): LimitsResponse {
  return { limits: standings.map(toLimitResponse) };
}

export function toLimitResponse({ limit, remaining, resetMs }: Standing): z.infer<typeof limitSchema> {
  return {
    name: limit.name,
    limit: limit.units,
    window: limit.windowMs / 1000,
    remaining,
    reset: secondsUntil(resetMs),
  };
}
