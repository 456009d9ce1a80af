import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ulid } from 'ulid';

import { DeliveriesRepository } from './deliveries.repository.js';
import type { NewWebhook } from './delivery.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DisabledEndpointsRepository } from './disabled-endpoints.repository.js';
import { CallbackUrls } from './sending/index.js';
import { WebhookSecretsRepository } from './webhook-secrets.repository.js';

/** Tells the address that a client has named what has become of its job. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly urls: CallbackUrls,
    private readonly secrets: WebhookSecretsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: DisabledEndpointsRepository,
    private readonly queue: DeliveryQueue,
  ) {}

  /**
   * To be asked when a job is submitted.
   * @param pointer of the value in the request
   * @returns the URL to be kept with the job
   * @throws ValidationError
   */
  requireCallbackUrl(text: string, pointer: string): string {
    return this.urls.require(text, pointer);
  }

  /**
   * Within the transaction that changes the job; `announce` after it.
   * @returns the id of the delivery
   * @throws QueueUnavailableError
   */
  async enqueue(manager: EntityManager, webhook: NewWebhook): Promise<string> {
    const { ownerId, url } = webhook;
    const id = `msg_${ulid()}`;
    await this.secrets.ensure(manager, ownerId);
    const ticket = (await this.endpoints.has(manager, ownerId, url)) ? null : randomUUID();
    await this.deliveries.insert(manager, { ...webhook, id, ticket, retryUntil: this.queue.retryUntil() });
    if (ticket !== null) await this.queue.add(manager, { id, ownerId }, ticket);
    return id;
  }

  /** After the commit: it is sent at once, and not when somebody happens to look. */
  announce(): void {
    this.queue.announce();
  }
}
