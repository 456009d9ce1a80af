import { HttpService } from '@nestjs/axios';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';
import { firstValueFrom } from 'rxjs';

import { type AppConfig, InjectConfig, type ServiceName } from '../../config/index.js';
import { HealthRegistry, type ServiceState } from '../../health/index.js';
import { METRICS } from '../../metrics/index.js';
import { ServiceClients } from '../service-clients.js';

/** Probes each microservice from time to time, so that a health request never has to. */
@Injectable()
export class ServiceHealth implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(ServiceHealth.name);
  readonly #probed = new Map<ServiceName, ServiceState>();
  #timer: NodeJS.Timeout | undefined;
  #firstRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly http: HttpService,
    private readonly clients: ServiceClients,
    registry: HealthRegistry,
    @InjectMetric(METRICS.serviceHealth) private readonly gauge: Gauge,
    @InjectConfig('monitoring') private readonly monitoring: AppConfig['monitoring'],
  ) {
    registry.reportServices(() => this.states());
  }

  onApplicationBootstrap(): void {
    this.#firstRound = this.#probeAll();
    const { interval } = this.monitoring.health_checks;
    this.#timer = setInterval(() => void this.#probeAll(), interval * 1000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** What live traffic has learnt (an open breaker) outweighs the last probe. */
  async states(): Promise<Record<string, ServiceState>> {
    await this.#firstRound;
    const { services } = this.monitoring.health_checks;
    return Object.fromEntries(services.map((service) => [service, this.#stateOf(service)]));
  }

  #stateOf(service: ServiceName): ServiceState {
    if (this.clients.get(service).breaker.state !== 'closed') return 'unhealthy';
    return this.#probed.get(service) ?? 'unhealthy';
  }

  async #probeAll(): Promise<void> {
    await Promise.all(this.monitoring.health_checks.services.map((service) => this.#probe(service)));
  }

  async #probe(service: ServiceName): Promise<void> {
    const state = await this.#ask(service);
    const before = this.#probed.get(service);
    if (state !== before && (before !== undefined || state === 'unhealthy')) {
      this.#logger.warn({ service, state }, 'microservice changed its health');
    }
    this.#probed.set(service, state);
    this.gauge.set({ service }, this.#stateOf(service) === 'healthy' ? 1 : 0);
  }

  async #ask(service: ServiceName): Promise<ServiceState> {
    const timeoutMs = this.monitoring.health_checks.timeout * 1000;
    try {
      // axios' own timeout does not bound connecting; the signal bounds everything.
      const options = { signal: AbortSignal.timeout(timeoutMs), maxRedirects: 0 };
      await firstValueFrom(this.http.get(this.clients.healthUrl(service), options));
      return 'healthy';
    } catch {
      return 'unhealthy';
    }
  }
}
