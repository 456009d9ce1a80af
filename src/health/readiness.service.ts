import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';

import { DrainState } from './drain-state.js';
import { NotReadyError } from './health-errors.js';
import { HealthRegistry } from './health-registry.js';

/** Whether the cluster should send traffic to this replica. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly drain: DrainState,
    private readonly terminus: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** @throws NotReadyError */
  async check(): Promise<{ status: string; details: object }> {
    try {
      const { status, details } = await this.terminus.check([() => this.#indicate()]);
      return { status, details };
    } catch (error) {
      if (error instanceof ServiceUnavailableException) throw new NotReadyError(this.obstacles());
      throw error;
    }
  }

  /** What stands in the way; empty when ready. */
  obstacles(): string[] {
    const missing = this.registry.dependencies.filter((dependency) => !dependency.hasBeenUp());
    const names = missing.map(({ name }) => `${name} is not available yet`);
    return this.drain.isDraining ? ['this replica is shutting down', ...names] : names;
  }

  #indicate() {
    const indicator = this.indicators.check('gateway');
    const obstacles = this.obstacles();
    return obstacles.length === 0 ? indicator.up() : indicator.down({ obstacles });
  }
}
