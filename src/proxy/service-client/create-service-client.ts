import { Pool } from 'undici';

import type { ServiceConfig, ServiceName } from '../../config/index.js';
import { attemptTimeout } from './attempt-timeout.js';
import { ServiceBreaker } from './circuit-breaker.js';
import { retryFailures } from './retry.js';
import { RetryBudget } from './retry-budget.js';
import { ServiceClient } from './service-client.js';
import { totalDeadline } from './total-deadline.js';
import { undiciTransport } from './transport.js';
import { compose } from './upstream-call.js';

/** Below the microservices' own keep-alive (uvicorn: 5 s), so that no request meets a closing socket. */
const KEEP_ALIVE_MS = 4000;

/** The recipe: the policies in front of a microservice, outermost first. */
export function createServiceClient(service: ServiceName, config: ServiceConfig): ServiceClient {
  const pool = createPool(config);
  const breaker = new ServiceBreaker(service, config.circuit_breaker);
  const call = compose(
    [
      totalDeadline(service),
      retryFailures(config, new RetryBudget()),
      breaker.policy,
      attemptTimeout(service, config.timeout * 1000),
    ],
    undiciTransport(service, pool, config.max_response_bytes),
  );
  return new ServiceClient(service, call, breaker, pool);
}

function createPool(config: ServiceConfig): Pool {
  return new Pool(config.url, {
    connections: config.max_connections,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // The attempt timeout bounds the whole exchange; undici's own timers would only add a second opinion.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: config.connect_timeout_seconds * 1000 },
  });
}
