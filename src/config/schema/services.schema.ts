import { z } from 'zod';
import type { ServiceName } from './service-names.js';
import { httpUrlList, positiveInteger, seconds, secondsOrZero, urlPath } from './scalars.js';

const FAILURE_KINDS = ['connection_error', 'timeout', 'server_error'] as const;

/** The seed names Python's `RequestException` here, which stands for every kind of failure. */
const expectedException = z.preprocess(
  (value) => (value === 'RequestException' ? FAILURE_KINDS : value),
  z.array(z.enum(FAILURE_KINDS)).min(1),
);

interface ServiceDefaults {
  readonly port: number;
  readonly repeatablePaths: readonly string[];
  readonly trainingPaths?: readonly string[];
  readonly timeout: number;
  readonly maxRetries: number;
  readonly retryDelay: number;
  readonly failureThreshold: number;
  readonly recoveryTimeout: number;
}

export const servicesSchema = z
  .strictObject({
    image_processor: service('image_processor', {
      port: 8001,
      repeatablePaths: ['/process', '/detect-corners', '/unwarp'],
      timeout: 30,
      maxRetries: 3,
      retryDelay: 1,
      failureThreshold: 5,
      recoveryTimeout: 30,
    }),
    ml_embeddings: service('ml_embeddings', {
      port: 8002,
      repeatablePaths: ['/embed', '/cluster'],
      timeout: 60,
      maxRetries: 2,
      retryDelay: 2,
      failureThreshold: 3,
      recoveryTimeout: 60,
    }),
    ml_classifier: service('ml_classifier', {
      port: 8003,
      repeatablePaths: ['/classify'],
      trainingPaths: ['/train'],
      timeout: 45,
      maxRetries: 3,
      retryDelay: 1.5,
      failureThreshold: 4,
      recoveryTimeout: 45,
    }),
    ocr_extractor: service('ocr_extractor', {
      port: 8004,
      repeatablePaths: ['/ocr', '/extract'],
      timeout: 90,
      maxRetries: 2,
      retryDelay: 3,
      failureThreshold: 3,
      recoveryTimeout: 90,
    }),
  })
  .prefault({})
  .meta({ title: 'Microservices', description: 'The four microservices and the policy in front of each.' });

function service(name: ServiceName, defaults: ServiceDefaults) {
  return z
    .strictObject({ ...addressKeys(name, defaults.port), ...policyKeys(defaults), ...loadKeys() })
    .prefault({});
}

function addressKeys(name: ServiceName, port: number) {
  const env = `${name.toUpperCase()}_URL`;
  return {
    url: httpUrlList.default(`http://localhost:${port}`).meta({
      description: `Base addresses of the instances of ${name}, separated by commas; a path in one goes before every path of the service.`,
      env,
    }),
    health_endpoint: urlPath.default('/health').meta({ description: 'Path of the health probe.' }),
    connect_timeout_seconds: seconds
      .default(1)
      .meta({ description: 'Seconds to wait for a TCP connection.' }),
    max_connections: positiveInteger
      .default(64)
      .meta({ description: 'Most connections that one gateway opens to each instance.' }),
    max_response_bytes: positiveInteger
      .default(67_108_864)
      .meta({ description: 'Largest answer accepted from the service, in bytes.' }),
  };
}

function policyKeys(defaults: ServiceDefaults) {
  return {
    timeout: seconds.default(defaults.timeout).meta({ description: 'Seconds one attempt may take.' }),
    max_retries: z
      .int()
      .min(0)
      .max(20)
      .default(defaults.maxRetries)
      .meta({ description: 'Further attempts after the first one: 3 means up to 4 calls.' }),
    retry_delay: secondsOrZero
      .default(defaults.retryDelay)
      .meta({ description: 'Seconds before the first retry; doubled for each further one, with jitter.' }),
    circuit_breaker: circuitBreaker(defaults),
    repeatable_paths: z
      .array(urlPath)
      .default([...defaults.repeatablePaths])
      .meta({
        description:
          'Paths whose POST is a pure function of its input, so that it may be repeated although it was sent. Behind /services/…, methods that HTTP calls idempotent always may.',
      }),
    training_paths: z
      .array(urlPath)
      .default([...(defaults.trainingPaths ?? [])])
      .meta({ description: 'Paths that ask for the scope models:train, behind /services/… too.' }),
  };
}

/** How load is spread over the instances, and how much of it is let through. */
function loadKeys() {
  return {
    balancing: z
      .enum(['round_robin', 'least_request'])
      .default('least_request')
      .meta({ description: 'Which instance gets the next call: the next one, or the least busy one.' }),
    ejection: z
      .strictObject({
        failure_threshold: positiveInteger
          .default(3)
          .meta({ description: 'Failures in a row that set one instance aside, while another one works.' }),
        seconds: seconds
          .default(5)
          .meta({ description: 'Seconds until it is probed; doubled each time it is set aside again.' }),
      })
      .prefault({}),
    bulkhead: z
      .strictObject({
        max_concurrent: positiveInteger
          .default(64)
          .meta({ description: 'Calls that one gateway has under way at the service.' }),
        max_queue: z
          .int()
          .min(0)
          .default(128)
          .meta({ description: 'Calls that may wait for a place; beyond them 503 at once.' }),
        max_wait_seconds: seconds
          .default(5)
          .meta({ description: 'Seconds that a call waits for a place; then 503.' }),
      })
      .prefault({}),
  };
}

function circuitBreaker({ failureThreshold, recoveryTimeout }: ServiceDefaults) {
  return z
    .strictObject({
      failure_threshold: positiveInteger
        .default(failureThreshold)
        .meta({ description: 'Failures in a row that open the breaker.' }),
      recovery_timeout: seconds
        .default(recoveryTimeout)
        .meta({ description: 'Seconds the breaker stays open before it lets one trial call through.' }),
      expected_exception: expectedException.default([...FAILURE_KINDS]).meta({
        description: 'Failures that count. `RequestException`, the name on the seed page, means all three.',
      }),
    })
    .prefault({});
}
