import type { IncomingHttpHeaders } from 'node:http';

import { z } from 'zod';

import type { ServiceName } from '../../config/index.js';
import {
  DocumentRejectedError,
  UpstreamBusyError,
  type UpstreamError,
  UpstreamFailedError,
  UpstreamRefusedError,
} from './upstream-errors.js';

const errorBody = z.object({ error: z.object({ message: z.string().max(300) }) });

const MAX_RETRY_AFTER_SECONDS = 3600;

/** What an answer outside 200-299 means, by status. */
export function statusError(
  service: ServiceName,
  status: number,
  headers: IncomingHttpHeaders,
  body: Buffer,
): UpstreamError {
  if (status >= 500) return new UpstreamFailedError(service, status, retryAfterSeconds(headers));
  switch (status) {
    case 413:
    case 415:
    case 422:
      return new DocumentRejectedError(service, status, reason(body));
    case 400:
      return new DocumentRejectedError(service, 422, reason(body));
    case 429:
      return new UpstreamBusyError(service, 'The microservice asks for less traffic.', {
        retryAfterSeconds: retryAfterSeconds(headers) ?? 1,
      });
    default:
      return new UpstreamRefusedError(service, `The microservice answered with status ${status}.`);
  }
}

/** RFC 9110, 10.2.3: seconds, or an HTTP date. */
export function retryAfterSeconds(headers: IncomingHttpHeaders): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(0, seconds));
}

/** The reason is written by the microservice for its caller; control characters are not taken over. */
function reason(body: Buffer): string {
  try {
    const { message } = errorBody.parse(JSON.parse(body.toString('utf8'))).error;
    return message.replaceAll(/\p{C}/gu, ' ');
  } catch {
    return 'The microservice gave no reason.';
  }
}
