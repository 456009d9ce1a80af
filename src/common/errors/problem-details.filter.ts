import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';

import { type AppError } from './app-error.js';
import { allowedMethods } from '../http/allowed-methods.js';
import { toAppError, toProblemDetails } from './problem-details.js';
import { MethodNotAllowedError, RouteNotFoundError } from './request-errors.js';

/** The one place where a throw becomes an answer. */
@Injectable()
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Also used by what runs before Nest's router, such as the host check. */
  answer(thrown: unknown, request: Request, response: Response): void {
    const error = refineNotFound(toAppError(thrown), request);
    this.#log(error, request);
    if (response.headersSent) {
      // Part of an answer is out: only a broken connection tells the client that the rest will not come.
      response.destroy();
      return;
    }
    if (response.destroyed) return;
    this.#send(error, request, response);
  }

  #send(error: AppError, request: Request, response: Response): void {
    const problem = toProblemDetails(error, request.path, request.context?.requestId ?? '');
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    response
      .status(error.status)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  #log(error: AppError, request: Request): void {
    const fields = { code: error.code, requestId: request.context?.requestId, err: error.cause };
    switch (error.logLevel) {
      case 'error':
        this.#logger.error(fields, error.message);
        break;
      case 'warn':
        this.#logger.warn(fields, error.message);
        break;
      case 'info':
      case 'debug':
        // A client's mistake is told to the client in its own words, which do not belong here.
        this.#logger.debug(fields, error.title);
        break;
    }
  }
}

/** Nest says "not found" also for a path that exists for other methods. */
function refineNotFound(error: AppError, request: Request): AppError {
  if (!(error instanceof RouteNotFoundError)) return error;
  const allowed = allowedMethods(request);
  return allowed.length > 0 ? new MethodNotAllowedError(allowed) : error;
}
