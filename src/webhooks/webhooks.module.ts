import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { QueueModule } from '../queue/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DisabledEndpointsRepository } from './disabled-endpoints.repository.js';
import { CallbackUrls, WebhookSender } from './sending/index.js';
import { WebhookJanitor } from './webhook-janitor.js';
import { WebhookSecretsRepository } from './webhook-secrets.repository.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';
import { Webhooks } from './webhooks.js';

/** Calls to the addresses that clients name. */
@Module({
  imports: [DatabaseModule, QueueModule, AuditModule],
  controllers: [WebhooksController],
  providers: [
    CallbackUrls,
    WebhookSender,
    WebhookSecretsRepository,
    DeliveriesRepository,
    DisabledEndpointsRepository,
    DeliveryQueue,
    Webhooks,
    WebhookWorker,
    WebhooksService,
    WebhookJanitor,
  ],
  exports: [Webhooks],
})
export class WebhooksModule {}
