import { HttpService } from '@nestjs/axios';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';
import { z } from 'zod';

import { ModelVersions } from '../cache/index.js';
import { type AppConfig, InjectConfig, type ServiceName } from '../config/index.js';
import { ServiceClients } from '../proxy/index.js';
import { DEFAULT_MODEL } from './parameters.js';

const healthSchema = z.object({ model_version: z.string().min(1) });

/** Asks the microservices from time to time which model they have, because a model may change without our doing. */
@Injectable()
export class ModelVersionProbe implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly http: HttpService,
    private readonly clients: ServiceClients,
    private readonly versions: ModelVersions,
    @InjectConfig('monitoring') private readonly monitoring: AppConfig['monitoring'],
  ) {}

  onApplicationBootstrap(): void {
    void this.#probeAll();
    const { interval } = this.monitoring.health_checks;
    this.#timer = setInterval(() => void this.#probeAll(), interval * 1000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #probeAll(): Promise<void> {
    await Promise.all(this.monitoring.health_checks.services.map((service) => this.#probe(service)));
  }

  async #probe(service: ServiceName): Promise<void> {
    const askedAt = performance.now();
    const health = healthSchema.safeParse(await this.#ask(service));
    if (!health.success) return;
    const model = service === 'ml_classifier' ? DEFAULT_MODEL : '';
    this.versions.learn({ service, model, version: health.data.model_version }, askedAt);
  }

  /** A microservice that does not answer is the health probe's affair; what was known of its model stays. */
  async #ask(service: ServiceName): Promise<unknown> {
    const timeoutMs = this.monitoring.health_checks.timeout * 1000;
    try {
      const options = { signal: AbortSignal.timeout(timeoutMs), maxRedirects: 0 };
      return (await firstValueFrom(this.http.get<unknown>(this.clients.healthUrl(service), options))).data;
    } catch {
      return undefined;
    }
  }
}
