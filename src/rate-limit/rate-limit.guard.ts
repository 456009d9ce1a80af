import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';

import { requestContext } from '../common/context/index.js';
import { perRoute } from '../common/decorators/index.js';
import { traced } from '../common/tracing/index.js';
import { RequestLimits } from './request-limits.js';
import { isProcessing, readProcessingScopes } from './route-limits.js';

/**
 * Between authentication and authorisation: the caller is known where there is one, and who tries what he may not do
 * is limited too. Routes with `@SkipThrottle()` are free.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  /** Routes that the library does not skip. */
  readonly #held = new WeakSet<ReturnType<ExecutionContext['getHandler']>>();
  readonly #processingScopes = perRoute((targets) => readProcessingScopes(this.reflector, targets));

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly limits: RequestLimits,
  ) {
    super(options, storage, reflector);
  }

  /** The library reads what decorators say of a route with every request; once is enough. */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    return this.#held.has(context.getHandler()) ? this.#charge(context) : super.canActivate(context);
  }

  /** The library counts one limit by one key; we hold a request to several at once, or to none. */
  protected override handleRequest({ context }: ThrottlerRequest): Promise<boolean> {
    this.#held.add(context.getHandler());
    return this.#charge(context);
  }

  async #charge(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const scopes = isProcessing(request.method) ? this.#processingScopes(context) : [];
    const startedAt = performance.now();
    try {
      await traced('limit', {}, () => this.limits.charge(request, http.getResponse<Response>(), scopes));
    } finally {
      requestContext(request).timings.add('limit', performance.now() - startedAt);
    }
    return true;
  }
}
