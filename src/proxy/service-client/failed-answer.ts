import type { ServiceName } from '../../config/index.js';
import { retryAfterSeconds } from './answer-status.js';
import type { StreamedAnswer } from './streamed-answer.js';
import { UpstreamFailedError } from './upstream-errors.js';

/** A failure's explanation is short; one that is not is not passed on. */
const MAX_BODY_BYTES = 65_536;

/** Reads a 5xx whole, so that its connection can be used again and a route can pass it on. */
export function failedAnswer(service: ServiceName, answer: StreamedAnswer): Promise<UpstreamFailedError> {
  const { promise, resolve, reject } = Promise.withResolvers<UpstreamFailedError>();
  const { status, headers } = answer;
  const retryAfter = retryAfterSeconds(headers);
  const chunks: Buffer[] = [];
  let size = 0;
  const add = (chunk: Buffer): boolean => {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) return true;
    const tooLarge = new UpstreamFailedError(service, status, retryAfter);
    resolve(tooLarge);
    answer.abort(tooLarge);
    return false;
  };
  answer.flowTo({
    write: add,
    end: (lastChunks) => {
      lastChunks.forEach(add);
      resolve(
        new UpstreamFailedError(service, status, retryAfter, {
          status,
          headers,
          body: Buffer.concat(chunks),
        }),
      );
    },
    fail: reject,
  });
  return promise;
}
