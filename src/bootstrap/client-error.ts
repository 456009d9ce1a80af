import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import {
  type AppError,
  HeadersTooLargeError,
  MalformedRequestError,
  RequestTimeoutError,
  toProblemDetails,
} from '../common/errors/index.js';

/** Answers what Node's parser could not make a request of; there is no request object, only the socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(toRequestError(error.code)));
}

function toRequestError(code: string | undefined): AppError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
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
    'X-Content-Type-Options: nosniff',
    `X-Request-ID: ${requestId}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
