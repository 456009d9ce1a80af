import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';

import { SERVICE_NAMES, type ServiceName } from '../../config/index.js';
import { BackgroundLoop } from '../../database/index.js';
import { EventBus } from '../../redis/index.js';
import { ServiceClients } from '../service-clients.js';
import { type Isolation, IsolationsRepository } from './isolations.repository.js';

export type { Isolation };

const CHANGED = 'breaker.changed';
const changedSchema = z.object({ service: z.enum(SERVICE_NAMES), isolated: z.boolean() });

/**
 * Which microservices somebody has taken out of use, the same on every replica: the database keeps it, an event tells
 * the others at once, and whoever has started later or missed the event finds it there within seconds.
 */
@Injectable()
export class Isolations implements OnModuleInit, BeforeApplicationShutdown {
  readonly #logger = new Logger('Isolations');
  readonly #loop = new BackgroundLoop(() => this.#look());
  #known: readonly Isolation[] = [];
  #changes = 0;

  constructor(
    private readonly clients: ServiceClients,
    private readonly repository: IsolationsRepository,
    private readonly bus: EventBus,
  ) {
    bus.subscribe(CHANGED, (payload) => {
      this.#hear(payload);
    });
    bus.onGap(() => {
      this.#loop.wake();
    });
  }

  onModuleInit(): void {
    this.#loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#loop.stop();
  }

  /** As it was last read from the database. */
  of(service: ServiceName): Isolation | undefined {
    return this.#known.find((isolation) => isolation.service === service);
  }

  /**
   * Refuses every call to the microservice, on every replica, until `reset`.
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  async isolate(service: ServiceName, by: string | undefined): Promise<void> {
    await this.repository.add(service, by);
    await this.#changed(service, true);
  }

  /**
   * Closes the breaker on every replica, also one that has opened by itself.
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  async reset(service: ServiceName): Promise<void> {
    await this.repository.remove(service);
    await this.#changed(service, false);
  }

  async #changed(service: ServiceName, isolated: boolean): Promise<void> {
    await this.bus.publish(CHANGED, { service, isolated });
    await this.#look();
  }

  #hear(payload: unknown): void {
    const event = changedSchema.safeParse(payload);
    if (!event.success) return;
    const { service, isolated } = event.data;
    this.#changes += 1;
    this.#set(service, isolated);
    this.#loop.wake();
  }

  /** @returns false when it is to be tried again soon */
  async #look(): Promise<boolean> {
    const changes = this.#changes;
    const found = await this.repository.all().catch(() => undefined);
    // What was read while something changed may be older than the change.
    if (!found || changes !== this.#changes) return false;
    this.#known = found;
    for (const service of SERVICE_NAMES) {
      const isIsolated = this.clients.get(service).breaker.state === 'isolated';
      const isWanted = this.of(service) !== undefined;
      if (isIsolated !== isWanted) this.#set(service, isWanted);
    }
    return true;
  }

  #set(service: ServiceName, isolated: boolean): void {
    const { breaker } = this.clients.get(service);
    if (isolated) breaker.isolate();
    else breaker.reset();
    this.#logger.warn({ service, isolated }, 'circuit breaker set by hand');
  }
}
