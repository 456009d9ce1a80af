import { z } from 'zod';

import { SCOPES } from '../common/context/index.js';
import { cursorSchema, limitSchema, pageSchema, timeSchema } from '../common/paging/index.js';
import { rateLimitText } from '../config/index.js';
import type { ApiKey } from './api-key.entity.js';

const MAX_NAME_CHARACTERS = 100;
const DEFAULT_OVERLAP_SECONDS = 86_400;
const MAX_OVERLAP_SECONDS = 7 * 86_400;

const name = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME_CHARACTERS)
  .regex(/^\P{Cc}*$/u, 'control characters are not allowed');

const scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .max(SCOPES.length)
  .refine((list) => new Set(list).size === list.length, { error: 'expected each scope once' });

/** Keys without an end have none; and no time of a rotated key leaves the four digits of RFC 3339. */
const MAX_LIFETIME_MS = 100 * 365.25 * 86_400_000;

const expiresAt = z.iso
  .datetime({ offset: true, error: 'expected a time such as 2030-01-31T12:00:00Z' })
  .refine((text) => Date.parse(text) > Date.now(), { error: 'expected a time in the future' })
  .refine((text) => Date.parse(text) <= Date.now() + MAX_LIFETIME_MS, {
    error: 'expected a time within a hundred years, or null for a key that does not expire',
  });

export const apiKeyIdSchema = z.uuid().meta({ description: 'Of an API key of yours' });

export const newApiKeySchema = z
  .strictObject({
    name: name.meta({ example: 'nightly import' }),
    scopes: scopes.meta({ description: 'What the key may do: some of what you may do.' }),
    expires_at: expiresAt.nullable().default(null).meta({ description: 'Null: it does not expire.' }),
    rate_limit: rateLimitText.nullable().default(null).meta({
      description: 'A limit for this key alone, such as `100/hour`, which never widens that of its owner.',
    }),
  })
  .meta({ id: 'NewApiKeyRequest' });
export type NewApiKeyRequest = z.infer<typeof newApiKeySchema>;

export const rotationSchema = z
  .strictObject({
    overlap_seconds: z.int().min(0).max(MAX_OVERLAP_SECONDS).default(DEFAULT_OVERLAP_SECONDS).meta({
      description: 'How long the former key goes on working.',
    }),
  })
  .prefault({})
  .meta({ id: 'ApiKeyRotationRequest' });
export type RotationRequest = z.infer<typeof rotationSchema>;

export const apiKeyQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema(z.strictObject({ createdAt: timeSchema, id: z.uuid() })),
});
export type ApiKeyQuery = z.infer<typeof apiKeyQuerySchema>;

const time = z.iso.datetime();

export const apiKeyResponseSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().meta({ description: 'The beginning of the key.', example: 'iris_live_3fK9xQ2b' }),
    last_four: z.string().meta({ description: 'The end of the key.' }),
    scopes: z.array(z.enum(SCOPES)),
    rate_limit: z.string().nullable(),
    created_at: time,
    expires_at: time.nullable(),
    last_used_at: time.nullable().meta({ description: 'As of the last minute or so.' }),
    revoked_at: time.nullable(),
    replaced_by: z.uuid().nullable().meta({ description: 'The key that it was rotated to.' }),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyResponse = z.infer<typeof apiKeyResponseSchema>;

export const shownApiKeySchema = apiKeyResponseSchema
  .extend({
    key: z.string().meta({ description: 'For the header `X-API-Key`. Shown in this answer only.' }),
  })
  .meta({ id: 'ShownApiKey' });
export type ShownApiKey = z.infer<typeof shownApiKeySchema>;

export const apiKeyPageSchema = pageSchema(apiKeyResponseSchema).meta({ id: 'ApiKeyPage' });

export function toApiKeyResponse(key: ApiKey): ApiKeyResponse {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    last_four: key.lastFour,
    scopes: key.scopes,
    rate_limit: key.rateLimit,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    replaced_by: key.replacedBy,
  };
}
