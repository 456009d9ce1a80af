import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { perRoute } from '../common/decorators/index.js';
import { Refusals } from './refusals.js';
import { readRouteAccess, refusalOf } from './route-access.js';

/** After the AuthGuard: enforces `@RequireScopes(…)`, and keeps API keys from routes that name no scope. */
@Injectable()
export class ScopesGuard implements CanActivate {
  readonly #access = perRoute((targets) => readRouteAccess(this.reflector, targets));

  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: Refusals,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const refusal = refusalOf(request.principal, this.#access(context));
    if (!refusal) return true;
    // Nobody in particular cannot come here: the AuthGuard has noted that.
    if (request.principal) this.refusals.note(request, refusal);
    throw refusal;
  }
}
