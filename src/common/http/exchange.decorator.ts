import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';

import { type RequestContext, requestContext } from '../context/index.js';

/** Both sides of one HTTP exchange, for a pipe that reads the body itself. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Gives a pipe the exchange: `@HttpExchange(UploadPipe) upload: Upload`. */
export const HttpExchange = createParamDecorator<unknown>((_data, execution: ExecutionContext): Exchange => {
  const http = execution.switchToHttp();
  return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
});

/** Injects the context of the request into a controller's method. */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): RequestContext =>
  requestContext(execution.switchToHttp().getRequest<Request>()),
);
