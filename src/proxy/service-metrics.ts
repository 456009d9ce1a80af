import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter, Gauge } from 'prom-client';

import { CATALOGUE, type Labels, METRICS, onScrape } from '../metrics/index.js';
import type { ServiceClient } from './service-client/index.js';
import { ServiceClients } from './service-clients.js';

type AttemptLabels = Labels<'upstreamAttempts'>;

/** What the stacks in front of the microservices keep anyway, read when somebody scrapes. */
@Injectable()
export class ServiceMetrics {
  constructor(
    private readonly clients: ServiceClients,
    @InjectMetric(METRICS.breakerState) breakers: Gauge,
    @InjectMetric(METRICS.upstreamCalls) calls: Gauge,
    @InjectMetric(METRICS.upstreamAttempts) attempts: Counter,
    @InjectMetric(METRICS.upstreamRetries) retries: Counter,
  ) {
    this.#read(breakers, (client) => {
      setBreaker(breakers, client);
    });
    this.#read(calls, (client) => {
      setCalls(calls, client);
    });
    this.#read(attempts, (client) => {
      countAttempts(attempts, client);
    });
    this.#read(retries, ({ service, instances }) => {
      retries.inc({ service } satisfies Labels<'upstreamRetries'>, instances.tally.retries);
    });
  }

  #read(metric: Gauge | Counter, read: (client: ServiceClient) => void): void {
    onScrape(metric, () => {
      // A counter can only be raised, and what is read is the whole count.
      metric.reset();
      this.clients.all.forEach(read);
    });
  }
}

function setBreaker(gauge: Gauge, { service, breaker }: ServiceClient): void {
  for (const state of CATALOGUE.breakerState.labels.state) {
    gauge.set({ service, state } satisfies Labels<'breakerState'>, state === breaker.state ? 1 : 0);
  }
}

function setCalls(gauge: Gauge, { service, bulkhead }: ServiceClient): void {
  gauge.set({ service, state: 'in_flight' } satisfies Labels<'upstreamCalls'>, bulkhead.inFlight);
  gauge.set({ service, state: 'queued' } satisfies Labels<'upstreamCalls'>, bulkhead.queued);
}

function countAttempts(counter: Counter, { service, instances }: ServiceClient): void {
  for (const outcome of CATALOGUE.upstreamAttempts.labels.outcome) {
    counter.inc({ service, outcome } satisfies AttemptLabels, instances.tally.counts[outcome]);
  }
}
