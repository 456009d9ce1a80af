import { Injectable } from '@nestjs/common';

export type ServiceState = 'healthy' | 'unhealthy';
export type ServiceStates = Readonly<Record<string, ServiceState>>;

/** Something that this replica needs, such as the database. */
export interface Dependency {
  readonly name: string;
  /** Whether it works now; while it does not, the gateway is degraded. */
  isUp(): boolean;
  /** Whether it worked once. Until then the replica is not ready; later outages hit all replicas alike. */
  hasBeenUp(): boolean;
}

/** Features tell here how they are, so that the health routes need to know no feature. */
@Injectable()
export class HealthRegistry {
  readonly #dependencies: Dependency[] = [];
  #serviceStates: () => Promise<ServiceStates> = () => Promise.resolve({});

  get dependencies(): readonly Dependency[] {
    return this.#dependencies;
  }

  addDependency(dependency: Dependency): void {
    this.#dependencies.push(dependency);
  }

  reportServices(states: () => Promise<ServiceStates>): void {
    this.#serviceStates = states;
  }

  serviceStates(): Promise<ServiceStates> {
    return this.#serviceStates();
  }
}
