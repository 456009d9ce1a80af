import { Injectable } from '@nestjs/common';

import { HealthRegistry, type ServiceStates } from './health-registry.js';
import { ReadinessService } from './readiness.service.js';

export interface HealthReport {
  readonly status: 'healthy' | 'degraded' | 'unhealthy';
  /** RFC 3339, UTC. */
  readonly timestamp: string;
  readonly services: ServiceStates;
  /** Seconds since the process started. */
  readonly uptime: number;
  readonly memory: { readonly used: string; readonly total: string };
}

/** The report for people and for Docker. */
@Injectable()
export class HealthService {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly readiness: ReadinessService,
  ) {}

  async report(): Promise<HealthReport> {
    const services = await this.registry.serviceStates();
    const { heapTotal, heapUsed } = process.memoryUsage();
    return {
      status: this.#status(services),
      timestamp: new Date().toISOString(),
      services,
      uptime: Math.floor(process.uptime()),
      memory: { used: megabytes(heapUsed), total: megabytes(heapTotal) },
    };
  }

  /** Without a microservice or the database the gateway can do less, but it is not dead. */
  #status(services: ServiceStates): HealthReport['status'] {
    if (this.readiness.obstacles().length > 0) return 'unhealthy';
    const servicesHealthy = Object.values(services).every((state) => state === 'healthy');
    const dependenciesUp = this.registry.dependencies.every((dependency) => dependency.isUp());
    return servicesHealthy && dependenciesUp ? 'healthy' : 'degraded';
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
