import { Injectable } from '@nestjs/common';

import { type Principal, grants } from '../../common/context/index.js';
import { ServiceHealth } from '../health/service-health.js';
import type { ServiceClient, UpstreamInstance } from '../service-client/index.js';
import { ServiceClients } from '../service-clients.js';
import type { InstanceResponse, ServiceResponse, ServicesResponse } from './services.schema.js';

/** `GET /services`: what this replica sees of each microservice. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly clients: ServiceClients,
    private readonly health: ServiceHealth,
  ) {}

  describe(principal: Principal): ServicesResponse {
    const seesAddresses = grants(principal.scopes, 'admin:read');
    return { services: this.clients.all.map((client) => this.describeOne(client, seesAddresses)) };
  }

  describeOne(client: ServiceClient, seesAddresses: boolean): ServiceResponse {
    return {
      name: client.service,
      state: this.health.stateOf(client.service),
      breaker: client.breaker.state,
      in_flight: client.bulkhead.inFlight,
      queued: client.bulkhead.queued,
      instances: client.instances.all.map((instance) => describeInstance(instance, seesAddresses)),
    };
  }
}

function describeInstance(instance: UpstreamInstance, seesAddress: boolean): InstanceResponse {
  const { latencies, lastFailure } = instance;
  return {
    id: instance.id,
    ...(seesAddress && { url: instance.url.href }),
    state: instance.state,
    in_flight: instance.inFlight,
    latency_ms: { p50: rounded(latencies.p50), p95: rounded(latencies.p95), p99: rounded(latencies.p99) },
    last_failure: lastFailure ? { code: lastFailure.code, at: lastFailure.at.toISOString() } : null,
  };
}

function rounded(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms * 100) / 100;
}
