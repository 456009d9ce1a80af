import { isIP } from 'node:net';

import { Pool } from 'undici';

import { type ServiceConfig, type ServiceName, addressesOf } from '../../config/index.js';
import { attemptTimeout } from './attempt-timeout.js';
import { balance } from './balance.js';
import { Bulkhead } from './bulkhead.js';
import { ServiceBreaker } from './circuit-breaker.js';
import { HostAddresses, InstanceSet, UpstreamInstance } from './instances/index.js';
import { retryFailures } from './retry.js';
import { RetryBudget } from './retry-budget.js';
import { ServiceClient } from './service-client.js';
import { streamedAnswers } from './streamed-answers.js';
import { totalDeadline } from './total-deadline.js';
import { tracedAttempt } from './traced-attempt.js';
import { compose } from './upstream-call.js';
import { wholeAnswers } from './whole-answers.js';

/** Below the microservices' own keep-alive (uvicorn: 5 s), so that no request meets a closing socket. */
const KEEP_ALIVE_MS = 4000;
/** However busy a connection is: its successor meets the addresses that the name has by then. */
const CONNECTION_AGE_MS = 60_000;

/** The recipe: the policies in front of a microservice, outermost first. */
export function createServiceClient(service: ServiceName, config: ServiceConfig): ServiceClient {
  const instances = createInstances(service, config);
  const breaker = new ServiceBreaker(service, config.circuit_breaker);
  const bulkhead = new Bulkhead(service, config.bulkhead);
  const retryBudget = new RetryBudget();
  const policies = [
    totalDeadline(service),
    bulkhead.policy,
    retryFailures(config, retryBudget),
    breaker.policy,
  ];
  const whole = attemptTimeout(
    service,
    config.timeout * 1000,
    wholeAnswers(service, config.max_response_bytes),
  );
  const streamed = streamedAnswers(service, config);
  return new ServiceClient(
    service,
    { instances, breaker, bulkhead, retryBudget },
    {
      whole: compose(policies, balance(service, instances, tracedAttempt(service, breaker, whole))),
      streamed: compose(policies, balance(service, instances, tracedAttempt(service, breaker, streamed))),
    },
  );
}

function createInstances(service: ServiceName, config: ServiceConfig): InstanceSet {
  const addresses = new HostAddresses();
  const instances = addressesOf(config.url).map((url, index) => {
    const parsed = new URL(url);
    return new UpstreamInstance(`${service}-${index + 1}`, parsed, createPool(parsed, config, addresses));
  });
  return new InstanceSet(instances, config);
}

function createPool({ origin, hostname }: URL, config: ServiceConfig, addresses: HostAddresses): Pool {
  return new Pool(origin, {
    connections: config.max_connections,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Only a name can come to mean another address.
    clientTtl: isIP(hostname) === 0 ? CONNECTION_AGE_MS : null,
    // The attempt timeout bounds a whole exchange, and streamed ones bring their own; undici's defaults are minutes.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: config.connect_timeout_seconds * 1000, lookup: addresses.lookup },
  });
}
