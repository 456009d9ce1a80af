import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';

import { type AppConfig, InjectConfig, type ServiceName } from '../../config/index.js';
import { HealthRegistry, type ServiceState } from '../../health/index.js';
import { METRICS, onScrape } from '../../metrics/index.js';
import { ServiceClients } from '../service-clients.js';
import { InstanceProbe } from './instance-probe.js';

/** What probes and live traffic say of each microservice. */
@Injectable()
export class ServiceHealth {
  constructor(
    private readonly clients: ServiceClients,
    private readonly probe: InstanceProbe,
    registry: HealthRegistry,
    @InjectMetric(METRICS.serviceHealth) gauge: Gauge,
    @InjectConfig('monitoring') private readonly monitoring: AppConfig['monitoring'],
  ) {
    registry.reportServices(() => this.states());
    onScrape(gauge, () => {
      this.#collect(gauge);
    });
  }

  async states(): Promise<Record<string, ServiceState>> {
    await this.probe.known;
    const { services } = this.monitoring.health_checks;
    return Object.fromEntries(services.map((service) => [service, this.stateOf(service)]));
  }

  /** What live traffic has learnt (an open breaker) outweighs the probes. */
  stateOf(service: ServiceName): ServiceState {
    const { breaker, instances } = this.clients.get(service);
    const isHealthy = breaker.state === 'closed' && instances.all.some(({ isAvailable }) => isAvailable);
    return isHealthy ? 'healthy' : 'unhealthy';
  }

  #collect(gauge: Gauge): void {
    for (const service of this.monitoring.health_checks.services) {
      gauge.set({ service }, this.stateOf(service) === 'healthy' ? 1 : 0);
    }
  }
}
