import { commonScopes, type Principal, scopesOfRole } from '../common/context/index.js';
import { parseRateLimit } from '../config/index.js';
import type { LiveKey } from './api-keys.repository.js';

/** Whom a key makes of whoever presents it. */
export function principalOfKey({ id, userId, role, scopes, rateLimit }: LiveKey): Principal {
  const limit = rateLimit === null ? undefined : parseRateLimit(rateLimit);
  return {
    userId,
    role,
    scopes: commonScopes(scopesOfRole(role), new Set(scopes)),
    credential: { kind: 'api_key', keyId: id, rateLimit: limit },
  };
}
