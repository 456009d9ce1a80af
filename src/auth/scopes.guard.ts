import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { grants, type Principal, type Scope } from '../common/context/index.js';
import { IS_PUBLIC, REQUIRED_SCOPES } from '../common/decorators/index.js';
import {
  AccessTokenRequiredError,
  AuthenticationRequiredError,
  InsufficientScopeError,
} from './auth-errors.js';
import { Refusals } from './refusals.js';

/** After the AuthGuard: enforces `@RequireScopes(…)`, and keeps API keys from routes that name no scope. */
@Injectable()
export class ScopesGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: Refusals,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const scopes = this.reflector.getAllAndOverride<readonly Scope[] | undefined>(REQUIRED_SCOPES, targets);
    if (!scopes && this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets)) return true;
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
