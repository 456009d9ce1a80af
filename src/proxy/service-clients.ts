import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { type AppConfig, InjectConfig, SERVICE_NAMES, type ServiceName } from '../config/index.js';
import { BreakerOpenError, ServiceClient, createServiceClient } from './service-client/index.js';

/** All four clients, for what looks at them side by side: health, and closing the connections at the end. */
@Injectable()
export class ServiceClients implements OnApplicationShutdown {
  readonly #clients: ReadonlyMap<ServiceName, ServiceClient>;

  constructor(@InjectConfig('services') services: AppConfig['services']) {
    this.#clients = new Map(SERVICE_NAMES.map((name) => [name, createServiceClient(name, services[name])]));
  }

  get(service: ServiceName): ServiceClient {
    const client = this.#clients.get(service);
    if (!client) throw new Error(`no client for ${service}`);
    return client;
  }

  get all(): ServiceClient[] {
    return [...this.#clients.values()];
  }

  /**
   * @param phase named in the error
   * @throws BreakerOpenError when a call now would be refused
   */
  requireAvailable(service: ServiceName, phase: string): void {
    try {
      this.get(service).breaker.requireClosed();
    } catch (error) {
      throw error instanceof BreakerOpenError ? error.annotate({ phase }) : error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((client) => client.close()));
  }
}
