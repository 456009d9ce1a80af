import type { Reflector } from '@nestjs/core';

import type { Scope } from '../common/context/index.js';
import { REQUIRED_SCOPES, type RouteTargets } from '../common/decorators/index.js';
import { PROCESSING_SCOPES } from './tier-limits.js';

/** Where `@SkipThrottle()` leaves its mark; the library does not export the name. */
const SKIPS_DEFAULT = 'THROTTLER:SKIPdefault';

/** Whether a route is free of limits. */
export function isUnlimited(reflector: Reflector, targets: RouteTargets): boolean {
  return reflector.getAllAndOverride<boolean | undefined>(SKIPS_DEFAULT, targets) === true;
}

/** What a route asks for, as far as that is about processing documents. */
export function readProcessingScopes(reflector: Reflector, targets: RouteTargets): readonly Scope[] {
  const scopes = reflector.getAllAndOverride<readonly Scope[] | undefined>(REQUIRED_SCOPES, targets);
  return scopes?.filter((scope) => PROCESSING_SCOPES.includes(scope)) ?? [];
}

/** The other methods read and remove. */
export function isProcessing(method: string): boolean {
  return method === 'POST';
}
