import { type Request, type Response, json } from 'express';

import {
  type AppError,
  ClientClosedRequestError,
  MalformedRequestError,
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../errors/index.js';

/** What body-parser says of a failure, by its documentation. */
interface BodyParserError {
  readonly type?: string;
  readonly limit?: number;
  readonly length?: number;
  readonly received?: number;
}

export type ReadJsonBody = (request: Request, response: Response) => Promise<void>;

/**
 * Parses a JSON body into `request.body` (which stays undefined for other media types).
 * @param limit bytes, counted after decompression
 * @throws MalformedRequestError, PayloadTooLargeError, UnsupportedMediaTypeError, ClientClosedRequestError
 */
export function jsonBodyReader(limit: number): ReadJsonBody {
  const parse = json({ limit, strict: true });
  return (request, response) =>
    new Promise((resolve, reject) => {
      parse(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(translate(error, limit));
      });
    });
}

function translate(error: unknown, limit: number): AppError {
  const { type, length, received } = error as BodyParserError;
  switch (type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(limit, length ?? received ?? limit + 1);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new UnsupportedMediaTypeError(['application/json; charset=utf-8']);
    case 'request.aborted':
      return new ClientClosedRequestError();
    default:
      return new MalformedRequestError('The body is not valid JSON.', { cause: error });
  }
}
