import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { type AppConfig, InjectConfig, isServiceName, type ServiceName } from '../config/index.js';
import {
  Isolations,
  RETRY_RESERVE,
  ServiceClients,
  ServicesService,
  ServiceUnknownError,
} from '../proxy/index.js';
import type { AdminService, AdminServices, BreakerRequest } from './admin-services.schema.js';

@Injectable()
export class AdminServicesService {
  constructor(
    private readonly clients: ServiceClients,
    private readonly services: ServicesService,
    private readonly isolations: Isolations,
    private readonly audit: AuditLog,
    @InjectConfig('services') private readonly config: AppConfig['services'],
  ) {}

  list(): AdminServices {
    return { services: this.clients.all.map(({ service }) => this.describe(service)) };
  }

  /** @throws ServiceUnknownError, DatabaseUnavailableError, DatabaseBusyError */
  async setBreaker(name: string, { action }: BreakerRequest, origin: AuditOrigin): Promise<AdminService> {
    if (!isServiceName(name)) throw new ServiceUnknownError('GET /admin/services names them.');
    const { breaker } = this.clients.get(name);
    const details = { before: breaker.state };
    if (action === 'isolate') await this.isolations.isolate(name, origin.actorId);
    else await this.isolations.reset(name);
    const done = action === 'isolate' ? 'breaker.isolated' : 'breaker.reset';
    await this.audit.record({ ...origin, action: done, subject: `service:${name}`, details });
    return this.describe(name);
  }

  describe(service: ServiceName): AdminService {
    const client = this.clients.get(service);
    const isolation = this.isolations.of(service);
    return {
      ...this.services.describeOne(client, true),
      isolation: isolation ? { since: isolation.since.toISOString(), by: isolation.by } : null,
      retry_budget: { left: client.retryBudget.left, of: RETRY_RESERVE },
      policy: this.#policyOf(service),
    };
  }

  /** The addresses are those of the instances. */
  #policyOf(service: ServiceName): AdminService['policy'] {
    const {
      url: _addresses,
      circuit_breaker,
      repeatable_paths,
      training_paths,
      ...policy
    } = this.config[service];
    return {
      ...policy,
      circuit_breaker: {
        ...circuit_breaker,
        expected_exception: [...circuit_breaker.expected_exception],
      },
      repeatable_paths: [...repeatable_paths],
      training_paths: [...training_paths],
    };
  }
}
