import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { readIdempotencyKey } from '../../idempotency/index.js';
import { parsePrefer, type Preference } from './prefer.js';

/** What a client says in headers of how its document is to be handled; not yet validated. */
export interface Wishes {
  readonly preference: Preference;
  /** `X-Retention` */
  readonly retention: string | undefined;
  /** `Idempotency-Key` */
  readonly idempotencyKey: string | undefined;
  /** `Cache-Control` */
  readonly cacheControl: string | undefined;
}

export const FromWishes = createParamDecorator((_data: unknown, execution: ExecutionContext): Wishes => {
  const request = execution.switchToHttp().getRequest<Request>();
  return {
    preference: parsePrefer(request.get('prefer')),
    retention: request.get('x-retention'),
    idempotencyKey: readIdempotencyKey(request.headers),
    cacheControl: request.headers['cache-control'],
  };
});

/** It is answered before any work is done. */
export function isAsync({ respondAsync, waitSeconds }: Preference): boolean {
  return respondAsync && waitSeconds === undefined;
}
