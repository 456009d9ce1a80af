import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { type CacheDirectives, parseCacheControl } from '../cache/index.js';

/** Whose documents a request is about, and what it says of the cache. */
export interface Caller {
  /** The user's id. */
  readonly owner: string;
  readonly directives: CacheDirectives;
}

export const FromCaller = createParamDecorator((_data: unknown, execution: ExecutionContext): Caller => {
  const { principal, headers } = execution.switchToHttp().getRequest<Request>();
  if (!principal) throw new Error('@FromCaller() is not for public routes');
  return { owner: principal.userId, directives: parseCacheControl(headers['cache-control']) };
});
