import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig, isServiceName, SERVICE_NAMES } from '../../config/index.js';
import { isKept, microserviceOf } from '../../pipeline/index.js';
import { AdminServicesService } from '../admin-services.service.js';
import type { Explanation } from './explain.schema.js';
import type { RouteFacts } from './route-facts.js';
import type { FoundRoute } from './route-finder.js';

/** What a request meets behind the guards, whoever makes it. */
@Injectable()
export class RoutePolicy {
  constructor(
    private readonly services: AdminServicesService,
    @InjectConfig('processing') private readonly processing: AppConfig['processing'],
    @InjectConfig('cache') private readonly cache: AppConfig['cache'],
    @InjectConfig('jobs') private readonly jobs: AppConfig['jobs'],
  ) {}

  describe(
    route: FoundRoute,
    facts: RouteFacts,
  ): Pick<Explanation, 'uploads' | 'microservices' | 'cache' | 'deadline_seconds' | 'jobs'> {
    return {
      uploads: toUploads(facts),
      microservices: this.#microservicesOf(route, facts),
      cache: this.#cacheOf(facts),
      deadline_seconds: this.processing.request_deadline_seconds,
      jobs: facts.becomesJob ? { ...this.jobs } : null,
    };
  }

  #microservicesOf(
    { params }: FoundRoute,
    { operations, forwardsTo }: RouteFacts,
  ): Explanation['microservices'] {
    const named = forwardsTo === undefined ? undefined : params[forwardsTo];
    const isForwarded = (name: string): boolean =>
      forwardsTo !== undefined && (named === name || !isServiceName(String(named)));
    return SERVICE_NAMES.map((service) => {
      const { name, state, breaker, policy } = this.services.describe(service);
      const own = operations.filter((operation) => microserviceOf(operation) === service);
      return { name, state, breaker, policy, operations: own };
    }).filter(({ name, operations: own }) => own.length > 0 || isForwarded(name));
  }

  #cacheOf({ operations }: RouteFacts): Explanation['cache'] {
    const kept = operations.filter(isKept);
    if (kept.length === 0) return null;
    const { cache_strategies: strategies, max_entry_bytes } = this.cache;
    return { operations: kept, ttl_seconds: strategies.processing_results.ttl, max_entry_bytes };
  }
}

function toUploads({ uploads }: RouteFacts): Explanation['uploads'] {
  if (!uploads) return null;
  const { media_types, document_types, ...sizes } = uploads;
  return {
    media_types: [...media_types],
    ...(document_types && { document_types: [...document_types] }),
    ...sizes,
  };
}
