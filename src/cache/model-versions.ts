import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { RecentMap } from '../common/collections/index.js';
import type { ServiceName } from '../config/index.js';
import { EventBus } from '../redis/index.js';

/** More than there are; names of models come from clients. */
const MAX_MODELS = 1_000;
const CHANGED = 'model.changed';
const changedSchema = z.object({ service: z.string(), model: z.string(), version: z.string() });

export interface ModelVersion {
  readonly service: ServiceName;
  /** Which model of the microservice; empty where it has one only. */
  readonly model: string;
  readonly version: string;
}

interface Known {
  readonly version: string;
  readonly askedAt: number;
}

/** Which version of its model each microservice has, as far as this replica has heard. */
@Injectable()
export class ModelVersions {
  readonly #known = new RecentMap<string, Known>(MAX_MODELS);

  constructor(private readonly bus: EventBus) {
    bus.subscribe(CHANGED, (payload) => {
      this.#hear(payload);
    });
    // A change may have been missed: better no version than a former one.
    bus.onGap(() => {
      this.#known.clear();
    });
  }

  /** Undefined: not known, so that nothing can be said to be up to date. */
  current(service: ServiceName, model: string): string | undefined {
    return this.#known.get(nameOf(service, model))?.version;
  }

  /** @param askedAt `performance.now()` when it was asked for: an older answer that arrives later says nothing new */
  learn({ service, model, version }: ModelVersion, askedAt: number): void {
    this.#note(nameOf(service, model), { version, askedAt });
  }

  /** Something done through this replica has changed the model. */
  async announce({ service, model, version }: ModelVersion): Promise<void> {
    await this.bus.publish(CHANGED, { service, model, version });
  }

  #hear(payload: unknown): void {
    const event = changedSchema.safeParse(payload);
    if (!event.success) return;
    const { service, model, version } = event.data;
    this.#note(nameOf(service, model), { version, askedAt: performance.now() });
  }

  #note(name: string, news: Known): void {
    const known = this.#known.get(name);
    if (!known || known.askedAt <= news.askedAt) this.#known.set(name, news);
  }
}

function nameOf(service: string, model: string): string {
  return `${service} ${model}`;
}
