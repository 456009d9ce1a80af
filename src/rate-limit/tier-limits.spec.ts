import { describe, expect, it } from '@jest/globals';

import { type Credential, type Principal, type Role, scopesOfRole } from '../common/context/index.js';
import { loadConfig } from '../config/index.js';
import { TierLimits } from './tier-limits.js';

const ADDRESS = '2001:db8:1:2::9';
const NETWORK = '2001:db8:1:2::/64';
const TOKEN: Credential = { kind: 'access_token', tokenId: 't', sessionId: 's' };
const KEY: Credential = { kind: 'api_key', keyId: 'k', rateLimit: { count: 7, windowSeconds: 60 } };

function principal(role: Role, credential: Credential = TOKEN): Principal {
  return { userId: 'ana', role, scopes: scopesOfRole(role), credential };
}

function limitsOf(
  who: Principal | undefined,
  isProcessing: boolean,
  env: Record<string, string> = {},
): string[] {
  const { rate_limiting: config } = loadConfig({ env, cwd: '/nonexistent' });
  return new TierLimits(config)
    .of({ principal: who, address: ADDRESS }, isProcessing)
    .map(({ limit, subject }) => `${limit.name} ${limit.units}/${limit.windowMs} ${subject}`);
}

describe('TierLimits', () => {
  it.each([
    ['nobody in particular', undefined, false, [`default 100/3600000 ${NETWORK}`]],
    ['a user', principal('user'), false, ['authenticated 1000/3600000 ana']],
    ['an operator', principal('operator'), false, ['authenticated 1000/3600000 ana']],
    ['an administrator', principal('admin'), false, ['admin 10000/3600000 ana']],
    [
      'a user with a document',
      principal('user'),
      true,
      ['authenticated 1000/3600000 ana', 'processing 50/3600000 ana'],
    ],
    [
      'an administrator with a document',
      principal('admin'),
      true,
      ['admin 10000/3600000 ana', 'processing 50/3600000 ana'],
    ],
    [
      'a key of a user',
      principal('user', KEY),
      false,
      ['authenticated 1000/3600000 ana', 'api_key 7/60000 k'],
    ],
    [
      'a key that may not process documents',
      { ...principal('user', KEY), scopes: new Set(['documents:read'] as const) },
      true,
      ['authenticated 1000/3600000 ana', 'api_key 7/60000 k'],
    ],
  ])('%s › the limits of the page', (_what, who, isProcessing, expected) => {
    expect(limitsOf(who, isProcessing)).toEqual(expected);
  });

  it('counts by address where key_func says so', () => {
    const env = { IRIS__rate_limiting__authenticated__key_func: 'ip_address' };
    expect(limitsOf(principal('user'), false, env)).toEqual([`authenticated 1000/3600000 ${NETWORK}`]);
  });
});
