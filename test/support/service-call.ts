import { AppError } from '../../src/common/errors/index.js';
import { Timings } from '../../src/common/timing/index.js';
import { type ServiceConfig, loadConfig } from '../../src/config/index.js';
import {
  type CallContext,
  type ServiceClient,
  type StreamedAnswer,
  createServiceClient,
} from '../../src/proxy/service-client/index.js';

/** A client of ocr_extractor that tries once and whose breaker stays closed, unless a test says otherwise. */
export function serviceClient(url: string, settings: Partial<ServiceConfig> = {}): ServiceClient {
  const defaults = loadConfig({ env: {} }).services.ocr_extractor;
  return createServiceClient('ocr_extractor', {
    ...defaults,
    url,
    timeout: 5,
    max_retries: 0,
    retry_delay: 0.01,
    circuit_breaker: breakerAfter(1000),
    ...settings,
  });
}

/** A breaker that opens after so many failures in a row, for as long as that of ocr_extractor. */
export function breakerAfter(failureThreshold: number): ServiceConfig['circuit_breaker'] {
  const { circuit_breaker: defaults } = loadConfig({ env: {} }).services.ocr_extractor;
  return { ...defaults, failure_threshold: failureThreshold };
}

export function callContext({
  deadlineMs = 30_000,
  signal = new AbortController().signal,
} = {}): CallContext {
  return {
    requestId: 'request-1',
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    tracestate: undefined,
    deadlineAt: performance.now() + deadlineMs,
    signal,
    upstream: { calls: 0, brokeOff: false },
    timings: new Timings(),
  };
}

/** A streamed GET; the answer is on its way. */
export function begin(client: ServiceClient, context = callContext(), path = '/x'): Promise<StreamedAnswer> {
  return client.stream({ method: 'GET', path, idempotent: true }, context);
}

/** A streamed GET to its last byte. @returns the body */
export async function get(client: ServiceClient, context = callContext(), path = '/x'): Promise<string> {
  return bodyOf(await begin(client, context, path));
}

export function bodyOf(answer: StreamedAnswer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  answer.flowTo({
    write: (chunk) => chunks.push(chunk) > 0,
    end: (last) => {
      resolve(Buffer.concat([...chunks, ...last]).toString());
    },
    fail: reject,
  });
  return promise;
}

/** The error that a call ends in. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the call should have failed');
}
