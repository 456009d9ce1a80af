import type { Dispatcher } from 'undici';

import type { ServiceName } from '../../config/index.js';
import { statusError } from './answer-status.js';
import { dispatchOptions } from './dispatch-options.js';
import { translateFailure } from './translate-failure.js';
import type { UpstreamAttempt } from './upstream-call.js';
import { UpstreamInvalidResponseError } from './upstream-errors.js';

/** Enough for a microservice's reason; more is not read. */
const MAX_ERROR_BODY_BYTES = 16_384;

/** A 2xx answer, read whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** The innermost call of the typed clients: one HTTP exchange, whose answer is read whole. */
export function wholeAnswers(service: ServiceName, maxResponseBytes: number): UpstreamAttempt<WholeAnswer> {
  return async (instance, request, context) => {
    try {
      context.upstream.calls += 1;
      const options = { ...dispatchOptions(instance, request, context), signal: context.signal };
      const answer = await instance.pool.request(options);
      const failed = answer.statusCode < 200 || answer.statusCode > 299;
      const body = await readBody(service, answer.body, failed ? MAX_ERROR_BODY_BYTES : maxResponseBytes);
      if (failed) throw statusError(service, answer.statusCode, answer.headers, body);
      return { status: answer.statusCode, body };
    } catch (error) {
      throw translateFailure(service, error);
    }
  };
}

async function readBody(
  service: ServiceName,
  body: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new UpstreamInvalidResponseError(service, `The answer is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
