import { once } from 'node:events';

import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { type AppConfig, InjectConfig, type ServiceName } from '../../config/index.js';
import { RedisConnection } from '../../redis/index.js';
import type { ServiceClient } from '../service-client/index.js';

/** Whether the last probe of an instance succeeded, by the instance's address. */
const probesSchema = z.record(z.string(), z.boolean());

/** What the replicas' probes have found, for those that have not probed yet. Without Redis each finds out for itself. */
@Injectable()
export class HealthCache {
  readonly #strategy: AppConfig['cache']['cache_strategies']['service_health'];

  constructor(
    private readonly redis: RedisConnection,
    @InjectConfig('cache') config: AppConfig['cache'],
  ) {
    this.#strategy = config.cache_strategies.service_health;
  }

  /** Not awaited, and it never fails: at worst a new replica has to wait for its own probes. */
  share({ service, instances }: ServiceClient): void {
    const probed = instances.all.filter(({ lastProbe }) => lastProbe !== undefined);
    const text = JSON.stringify(
      Object.fromEntries(probed.map(({ url, lastProbe }) => [url.href, lastProbe])),
    );
    this.redis
      .run((client) => client.set(this.#keyOf(service), text, 'PX', this.#strategy.ttl * 1000))
      .catch(() => undefined);
  }

  /**
   * Tells the instances, as soon as Redis is there, what other replicas have found.
   * @returns whether it was found out about all of them
   * @throws Error when Redis cannot be asked
   */
  async recall(clients: readonly ServiceClient[]): Promise<boolean> {
    if (!this.redis.isUp && this.redis.client) await once(this.redis.client, 'ready');
    const known = await Promise.all(clients.map((client) => this.#recallOne(client)));
    return known.every(Boolean);
  }

  async #recallOne({ service, instances }: ServiceClient): Promise<boolean> {
    const probes = parse(await this.redis.run((client) => client.get(this.#keyOf(service))));
    for (const instance of instances.all) {
      const isHealthy = probes[instance.url.href];
      if (isHealthy !== undefined) instance.presume(isHealthy);
    }
    return instances.all.every(({ url }) => probes[url.href] !== undefined);
  }

  #keyOf(service: ServiceName): string {
    return this.redis.key(this.#strategy.key_pattern.replaceAll('{service_name}', service));
  }
}

/** Whoever wrote it: what is not understood says nothing. */
function parse(text: string | null): Readonly<Record<string, boolean | undefined>> {
  try {
    return probesSchema.safeParse(JSON.parse(text ?? '')).data ?? {};
  } catch {
    return {};
  }
}
