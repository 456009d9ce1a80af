import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

export interface JanitorPlan {
  /** By which it is known in the log. */
  readonly name: string;
  readonly everyMs: number;
  /** What the log says when it did not succeed. */
  readonly complaint: string;
}

/** Deletes now and then what is no longer to be kept. Every replica does: what is gone is gone. */
export abstract class Janitor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | undefined;

  protected constructor(private readonly plan: JanitorPlan) {
    this.#logger = new Logger(plan.name);
  }

  abstract clean(): Promise<void>;

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#cleanQuietly(), this.plan.everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #cleanQuietly(): Promise<void> {
    try {
      await this.clean();
    } catch (error) {
      this.#logger.warn({ err: error }, this.plan.complaint);
    }
  }
}
