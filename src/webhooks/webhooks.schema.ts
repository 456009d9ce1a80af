import { z } from 'zod';

import { cursorSchema, limitSchema, pageSchema, timeSchema } from '../common/paging/index.js';
import { type Attempt, type Delivery, DELIVERY_STATES } from './delivery.js';
import type { DisabledEndpoint } from './disabled-endpoints.repository.js';
import { ATTEMPT_ERRORS } from './sending/index.js';
import type { SecretFacts } from './webhook-secrets.repository.js';

const DEFAULT_OVERLAP_SECONDS = 86_400;
const MAX_OVERLAP_SECONDS = 7 * 86_400;
const MAX_ID_CHARACTERS = 64;

const time = z.iso.datetime();
const id = z.string().max(MAX_ID_CHARACTERS);

export const deliveryIdSchema = id.meta({ description: 'Of a delivery: its `webhook-id`' });
export const endpointIdSchema = z.uuid().meta({ description: 'Of a disabled endpoint' });

export const rotationSchema = z
  .strictObject({
    overlap_seconds: z.int().min(0).max(MAX_OVERLAP_SECONDS).default(DEFAULT_OVERLAP_SECONDS).meta({
      description: 'How long the former secret stays valid; until then everything is signed with both.',
    }),
  })
  .prefault({})
  .meta({ id: 'WebhookSecretRotationRequest' });
export type RotationRequest = z.infer<typeof rotationSchema>;

const secretSchema = z
  .strictObject({
    id: z.uuid(),
    created_at: time,
    expires_at: time.nullable().meta({ description: 'Null: the current one.' }),
  })
  .meta({ id: 'WebhookSecret' });

export const secretsResponseSchema = z
  .strictObject({
    secrets: z.array(secretSchema).meta({ description: 'Those that sign now, the current one first.' }),
  })
  .meta({ id: 'WebhookSecrets' });
export type SecretsResponse = z.infer<typeof secretsResponseSchema>;

export const shownSecretSchema = secretSchema
  .extend({
    secret: z
      .string()
      .meta({ description: 'Shown in this answer only.', example: 'whsec_MfKQ9r8GKYqrTwjU…' }),
  })
  .meta({ id: 'ShownWebhookSecret' });
export type ShownSecret = z.infer<typeof shownSecretSchema>;

export const deliveryQuerySchema = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional().meta({ description: 'Deliveries in this state.' }),
  job_id: id.optional().meta({ description: 'Deliveries of this job.' }),
  limit: limitSchema,
  cursor: cursorSchema(z.strictObject({ createdAt: timeSchema, id })),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

export const deliveryResponseSchema = z
  .strictObject({
    id: z.string().meta({ description: 'The header `webhook-id` of every attempt.' }),
    job_id: z.string(),
    url: z.string(),
    type: z.string().meta({ example: 'job.succeeded' }),
    state: z.enum(DELIVERY_STATES).meta({ description: '`disabled`: the endpoint has answered 410.' }),
    attempts: z.int().nonnegative(),
    next_attempt_at: time.nullable(),
    created_at: time,
    finished_at: time.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryResponse = z.infer<typeof deliveryResponseSchema>;

const attemptSchema = z
  .strictObject({
    number: z.int().nonnegative(),
    at: time,
    status: z
      .int()
      .nonnegative()
      .nullable()
      .meta({ description: 'Of the answer; null when there was none.' }),
    ms: z.int().nonnegative(),
    error: z.enum(ATTEMPT_ERRORS).nullable().meta({ description: 'Why there was no answer.' }),
  })
  .meta({ id: 'WebhookAttempt' });

export const deliveryDetailSchema = deliveryResponseSchema
  .extend({ attempt_log: z.array(attemptSchema) })
  .meta({ id: 'WebhookDeliveryDetail' });
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;

export const deliveryPageSchema = pageSchema(deliveryResponseSchema).meta({ id: 'WebhookDeliveryPage' });

export const endpointQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema(z.strictObject({ disabledAt: timeSchema, id: z.uuid() })),
});
export type EndpointQuery = z.infer<typeof endpointQuerySchema>;

const endpointResponseSchema = z
  .strictObject({ id: z.uuid(), url: z.string(), disabled_at: time })
  .meta({ id: 'DisabledWebhookEndpoint' });
export type EndpointResponse = z.infer<typeof endpointResponseSchema>;

export const endpointPageSchema = pageSchema(endpointResponseSchema).meta({
  id: 'DisabledWebhookEndpointPage',
});

export function toSecretResponse(facts: SecretFacts): SecretsResponse['secrets'][number] {
  return {
    id: facts.id,
    created_at: facts.createdAt.toISOString(),
    expires_at: facts.expiresAt?.toISOString() ?? null,
  };
}

export function toDeliveryResponse(delivery: Delivery): DeliveryResponse {
  return {
    id: delivery.id,
    job_id: delivery.jobId,
    url: delivery.url,
    type: delivery.type,
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
    created_at: delivery.createdAt.toISOString(),
    finished_at: delivery.finishedAt?.toISOString() ?? null,
  };
}

export function toDeliveryDetail(delivery: Delivery, attempts: readonly Attempt[]): DeliveryDetail {
  const log = attempts.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() }));
  return { ...toDeliveryResponse(delivery), attempt_log: log };
}

export function toEndpointResponse({ id: endpointId, url, disabledAt }: DisabledEndpoint): EndpointResponse {
  return { id: endpointId, url, disabled_at: disabledAt.toISOString() };
}
