import { Injectable } from '@nestjs/common';

import { Janitor } from '../common/timing/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { WebhookSecretsRepository } from './webhook-secrets.repository.js';

const EVERY_MS = 3_600_000;
const BATCH = 1_000;

/** Deletes old deliveries, with their attempts, and secrets that have ended. */
@Injectable()
export class WebhookJanitor extends Janitor {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly secrets: WebhookSecretsRepository,
    @InjectConfig('webhooks') private readonly config: AppConfig['webhooks'],
  ) {
    super({
      name: 'WebhookJanitor',
      everyMs: EVERY_MS,
      complaint: 'Old webhooks could not be deleted; the next attempt is in an hour',
    });
  }

  override async clean(): Promise<void> {
    await this.secrets.purge();
    while ((await this.deliveries.purge(this.config.history_days, BATCH)) === BATCH);
  }
}
