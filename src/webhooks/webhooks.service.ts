import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import type { Principal } from '../common/context/index.js';
import { type Page, toPage } from '../common/paging/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DisabledEndpointsRepository } from './disabled-endpoints.repository.js';
import { newSecret, secretText } from './sending/index.js';
import {
  WebhookDeliveryNotFoundError,
  WebhookEndpointDisabledError,
  WebhookEndpointNotFoundError,
} from './webhook-errors.js';
import { WebhookSecretsRepository } from './webhook-secrets.repository.js';
import {
  type DeliveryDetail,
  type DeliveryQuery,
  type DeliveryResponse,
  type EndpointQuery,
  type EndpointResponse,
  type RotationRequest,
  type SecretsResponse,
  type ShownSecret,
  toDeliveryDetail,
  toDeliveryResponse,
  toEndpointResponse,
  toSecretResponse,
} from './webhooks.schema.js';

const uuidSchema = z.uuid();

/** What users see of their webhooks, and do with them. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly secrets: WebhookSecretsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: DisabledEndpointsRepository,
    private readonly queue: DeliveryQueue,
    private readonly audit: AuditLog,
  ) {}

  async describeSecrets({ userId }: Principal): Promise<SecretsResponse> {
    return { secrets: (await this.secrets.find(userId)).map(toSecretResponse) };
  }

  async rotateSecret(
    { userId }: Principal,
    { overlap_seconds: overlap }: RotationRequest,
    origin: AuditOrigin,
  ): Promise<ShownSecret> {
    const secret = newSecret();
    const facts = await this.secrets.rotate(userId, secret, overlap);
    await this.audit.record({
      ...origin,
      action: 'webhook_secret.rotated',
      subject: `webhook_secret:${facts.id}`,
      details: { overlap_seconds: overlap },
    });
    return { ...toSecretResponse(facts), secret: secretText(secret) };
  }

  async list(
    { userId }: Principal,
    { state, job_id: jobId, limit, cursor }: DeliveryQuery,
  ): Promise<Page<DeliveryResponse>> {
    const rows = await this.deliveries.find(userId, { state, jobId, limit, cursor });
    return toPage(rows, limit, ({ createdAt, id }) => ({ createdAt, id }), toDeliveryResponse);
  }

  /** @throws WebhookDeliveryNotFoundError */
  async get({ userId }: Principal, id: string): Promise<DeliveryDetail> {
    const delivery = await this.deliveries.get(userId, id);
    if (!delivery) throw new WebhookDeliveryNotFoundError();
    return toDeliveryDetail(delivery, await this.deliveries.attemptsOf(userId, id));
  }

  /** @throws WebhookDeliveryNotFoundError, WebhookEndpointDisabledError, QueueUnavailableError */
  async replay({ userId: ownerId }: Principal, id: string): Promise<DeliveryResponse> {
    const ticket = randomUUID();
    const retryUntil = this.queue.retryUntil();
    const delivery = await this.deliveries.restart(
      { id, ownerId },
      { ticket, retryUntil },
      async (manager, url) => {
        if (await this.endpoints.has(manager, ownerId, url)) throw new WebhookEndpointDisabledError();
        await this.queue.add(manager, { id, ownerId }, ticket);
      },
    );
    if (!delivery) throw new WebhookDeliveryNotFoundError();
    this.queue.announce();
    return toDeliveryResponse(delivery);
  }

  async listDisabled(
    { userId }: Principal,
    { limit, cursor }: EndpointQuery,
  ): Promise<Page<EndpointResponse>> {
    const rows = await this.endpoints.find(userId, limit, cursor);
    return toPage(rows, limit, ({ disabledAt, id }) => ({ disabledAt, id }), toEndpointResponse);
  }

  /** @throws WebhookEndpointNotFoundError */
  async enable({ userId }: Principal, id: string): Promise<void> {
    const isKnown = uuidSchema.safeParse(id).success && (await this.endpoints.delete(userId, id));
    if (!isKnown) throw new WebhookEndpointNotFoundError();
  }
}
