import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';

import { requestContext } from '../common/context/index.js';
import { IS_PUBLIC, perRoute } from '../common/decorators/index.js';
import { AppError } from '../common/errors/index.js';
import { traced } from '../common/tracing/index.js';
import { RequestLimits } from '../rate-limit/index.js';
import { presentedCredential } from './credential.js';
import { Principals } from './principals.js';
import { Refusals } from './refusals.js';

/**
 * Closed by default: a route without `@Public()` needs a valid access token or API key. Whoever is turned away is
 * charged to the address: a flood of guesses ends in 429, and those who are known there notice nothing.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  readonly #isPublic = perRoute(
    (targets) => this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets) === true,
  );

  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly refusals: Refusals,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.#isPublic(context)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const startedAt = performance.now();
    try {
      request.principal = await traced('auth', {}, () => this.principals.of(presentedCredential(request)));
      requestContext(request).timings.add('auth', performance.now() - startedAt);
      return true;
    } catch (error) {
      if (isRefusal(error)) await this.limits.charge(request, http.getResponse<Response>(), []);
      this.refusals.note(request, error);
      throw error;
    }
  }
}

/** Not a fault of ours, such as a database that cannot be asked. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.status < 500;
}
