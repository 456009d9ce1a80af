import { HttpService } from '@nestjs/axios';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';

import { type AppConfig, InjectConfig, type ServiceName } from '../../config/index.js';
import type { ServiceClient, UpstreamInstance } from '../service-client/index.js';
import { ServiceClients } from '../service-clients.js';
import { HealthCache } from './health-cache.js';

/** How often it is looked whether a probe is due; one that was set aside comes back no later than this. */
const TICK_MS = 500;

/** What a healthy instance says of itself. */
export interface HealthAnswer {
  readonly service: ServiceName;
  /** `performance.now()`. */
  readonly askedAt: number;
  readonly body: unknown;
}

/** Probes every instance from time to time, so that a health request never has to, and a bad instance comes back. */
@Injectable()
export class InstanceProbe implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(InstanceProbe.name);
  readonly #listeners: ((answer: HealthAnswer) => void)[] = [];
  readonly #underWay = new Set<UpstreamInstance>();
  #timer: NodeJS.Timeout | undefined;
  #known: Promise<void> = Promise.resolve();

  constructor(
    private readonly http: HttpService,
    private readonly clients: ServiceClients,
    private readonly cache: HealthCache,
    @InjectConfig('services') private readonly services: AppConfig['services'],
    @InjectConfig('monitoring') private readonly monitoring: AppConfig['monitoring'],
  ) {}

  /** Every instance has been probed once, from here or by another replica. */
  get known(): Promise<void> {
    return this.#known;
  }

  /** To be called before the application has started, for example from a constructor. */
  onHealthy(listener: (answer: HealthAnswer) => void): void {
    this.#listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    const firstRound = this.#probeDue();
    this.#known = Promise.race([firstRound, this.#recall(firstRound)]);
    this.#timer = setInterval(() => void this.#probeDue(), TICK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** @returns when other replicas have told of every instance, or else after the first round */
  async #recall(firstRound: Promise<void>): Promise<void> {
    const watched = this.clients.all.filter(({ service }) => this.#watches(service));
    const isAllKnown = await this.cache.recall(watched).catch(() => false);
    if (!isAllKnown) await firstRound;
  }

  async #probeDue(): Promise<void> {
    const now = performance.now();
    const due = this.clients.all
      .flatMap((client) => client.instances.all.map((instance) => ({ client, instance })))
      .filter(({ client, instance }) => this.#isWatched(client, instance))
      .filter(({ instance }) => instance.probeDueAt <= now && !this.#underWay.has(instance));
    await Promise.all(due.map(({ client, instance }) => this.#probe(client, instance)));
  }

  /** One that was set aside has no other way back. */
  #isWatched({ service }: ServiceClient, { isAvailable }: UpstreamInstance): boolean {
    return this.#watches(service) || !isAvailable;
  }

  #watches(service: ServiceName): boolean {
    return this.monitoring.health_checks.services.includes(service);
  }

  async #probe(client: ServiceClient, instance: UpstreamInstance): Promise<void> {
    const { service } = client;
    const { health_endpoint: path, ejection } = this.services[service];
    this.#underWay.add(instance);
    const askedAt = performance.now();
    const answer = await this.#ask(instance.urlOf(path));
    this.#underWay.delete(instance);
    const isHealthy = answer !== undefined;
    if (answer)
      this.#listeners.forEach((listen) => {
        listen({ service, askedAt, body: answer.data });
      });
    const before = instance.state;
    // One that is down is looked for more often: its return should not take half a minute.
    const pauseSeconds = isHealthy ? this.monitoring.health_checks.interval : ejection.seconds;
    instance.probed(isHealthy, askedAt, pauseSeconds * 1000);
    this.cache.share(client);
    if (instance.state !== before) {
      this.#logger.warn({ instance: instance.id, from: before, to: instance.state }, 'instance changed');
    }
  }

  /** @returns undefined when it is not healthy */
  async #ask(url: string): Promise<{ readonly data: unknown } | undefined> {
    try {
      // axios' own timeout does not bound connecting; the signal bounds everything.
      const signal = AbortSignal.timeout(this.monitoring.health_checks.timeout * 1000);
      return await firstValueFrom(this.http.get<unknown>(url, { signal, maxRedirects: 0 }));
    } catch {
      return undefined;
    }
  }
}
