import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { grants, type Principal, type Scope } from '../common/context/index.js';
import { IS_PUBLIC, REQUIRED_SCOPES, perRoute } from '../common/decorators/index.js';
import {
  AccessTokenRequiredError,
  AuthenticationRequiredError,
  InsufficientScopeError,
} from './auth-errors.js';
import { Refusals } from './refusals.js';

/** After the AuthGuard: enforces `@RequireScopes(…)`, and keeps API keys from routes that name no scope. */
@Injectable()
export class ScopesGuard implements CanActivate {
  readonly #route = perRoute((targets) => ({
    scopes: this.reflector.getAllAndOverride<readonly Scope[] | undefined>(REQUIRED_SCOPES, targets),
    isPublic: this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets) === true,
  }));

  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: Refusals,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { scopes, isPublic } = this.#route(context);
    if (!scopes && isPublic) return true;
    const request = context.switchToHttp().getRequest<Request>();
    // A route that is public and names scopes is a mistake of ours, which must not open it.
    if (!request.principal) throw new AuthenticationRequiredError();
    const refusal = refusalOf(request.principal, scopes);
    if (!refusal) return true;
    this.refusals.note(request, refusal);
    throw refusal;
  }
}

function refusalOf(
  { scopes: held, credential }: Principal,
  wanted: readonly Scope[] | undefined,
): InsufficientScopeError | AccessTokenRequiredError | undefined {
  if (!wanted) return credential.kind === 'api_key' ? new AccessTokenRequiredError() : undefined;
  return wanted.every((scope) => grants(held, scope)) ? undefined : new InsufficientScopeError(wanted);
}
