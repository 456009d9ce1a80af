import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { WebhookSecretsRepository } from './webhook-secrets.repository.js';

const EVERY_MS = 3_600_000;
const BATCH = 1_000;

/** Deletes old deliveries, with their attempts, and secrets that have ended. Every replica does: what is gone is gone. */
@Injectable()
export class WebhookJanitor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('WebhookJanitor');
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly secrets: WebhookSecretsRepository,
    @InjectConfig('webhooks') private readonly config: AppConfig['webhooks'],
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.clean(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async clean(): Promise<void> {
    try {
      await this.secrets.purge();
      while ((await this.deliveries.purge(this.config.history_days, BATCH)) === BATCH);
    } catch (error) {
      this.#logger.warn({ err: error }, 'Old webhooks could not be deleted; the next attempt is in an hour');
    }
  }
}
