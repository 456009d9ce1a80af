import type { Reflector } from '@nestjs/core';

import { grants, type Principal, type Scope } from '../common/context/index.js';
import { IS_PUBLIC, REQUIRED_SCOPES, type RouteTargets } from '../common/decorators/index.js';
import {
  AccessTokenRequiredError,
  AuthenticationRequiredError,
  InsufficientScopeError,
} from './auth-errors.js';

/** For whom a route is. */
export interface RouteAccess {
  /** Undefined: for people, whatever they may do, and not for API keys. */
  readonly scopes: readonly Scope[] | undefined;
  readonly isPublic: boolean;
}

export type AccessRefusal = AuthenticationRequiredError | InsufficientScopeError | AccessTokenRequiredError;

/** What the decorators of a route say. */
export function readRouteAccess(reflector: Reflector, targets: RouteTargets): RouteAccess {
  return {
    scopes: reflector.getAllAndOverride<readonly Scope[] | undefined>(REQUIRED_SCOPES, targets),
    isPublic: reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets) === true,
  };
}

/** @returns undefined when the principal, or nobody in particular, is let in */
export function refusalOf(
  principal: Principal | undefined,
  { scopes: wanted, isPublic }: RouteAccess,
): AccessRefusal | undefined {
  if (!wanted && isPublic) return undefined;
  // A route that is public and names scopes is a mistake of ours, which must not open it.
  if (!principal) return new AuthenticationRequiredError();
  if (!wanted) return principal.credential.kind === 'api_key' ? new AccessTokenRequiredError() : undefined;
  const isEnough = wanted.every((scope) => grants(principal.scopes, scope));
  return isEnough ? undefined : new InsufficientScopeError(wanted);
}
