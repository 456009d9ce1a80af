import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import { InvalidTokenError } from '../auth/index.js';
import {
  type AppError,
  HeadersTooLargeError,
  MalformedRequestError,
  RequestTimeoutError,
  toProblemDetails,
} from '../common/errors/index.js';

/** What Node tells of it. */
interface ClientError extends NodeJS.ErrnoException {
  /** The bytes that were being read. */
  readonly rawPacket?: Buffer;
}

/** The headers overflow because of a token, or in the middle of one: that token is none of ours. */
const OVERLONG_TOKEN = /\r\nauthorization:([^\r]*$|[^\r]{8192})/i;

/** Answers what Node's parser could not make a request of; there is no request object, only the socket. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(toRequestError(error)));
  // What is still on its way is discarded, so that the client gets to read the answer.
  socket.resume();
}

function toRequestError({ code, rawPacket }: ClientError): AppError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      if (rawPacket && OVERLONG_TOKEN.test(rawPacket.toString('latin1'))) return new InvalidTokenError();
      return new HeadersTooLargeError('The request line and headers are too large.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new RequestTimeoutError('The request did not arrive in time.');
    default:
      return new MalformedRequestError('This is not valid HTTP.');
  }
}

function rawAnswer(error: AppError): string {
  const requestId = randomUUID();
  const body = JSON.stringify(toProblemDetails(error, '', requestId));
  return [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...Object.entries(error.headers).map(([name, value]) => `${name}: ${value}`),
    'X-Content-Type-Options: nosniff',
    `X-Request-ID: ${requestId}`,
    // Nothing was done for what is no request.
    'Server-Timing: total;dur=0',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
