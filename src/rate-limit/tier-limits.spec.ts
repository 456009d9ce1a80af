import { describe, expect, it } from '@jest/globals';

import {
  type Credential,
  type Principal,
  type Role,
  type Scope,
  scopesOfRole,
} from '../common/context/index.js';
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
  asked: readonly Scope[],
  env: Record<string, string> = {},
): string[] {
  const { rate_limiting: config } = loadConfig({ env, cwd: '/nonexistent' });
  return new TierLimits(config)
    .of({ principal: who, address: ADDRESS }, asked)
    .map(({ limit, subject }) => `${limit.name} ${limit.units}/${limit.windowMs} ${subject}`);
}

describe('TierLimits', () => {
  it.each<[string, Principal | undefined, Scope[], string[]]>([
    ['nobody in particular', undefined, [], [`default 100/3600000 ${NETWORK}`]],
    ['a user', principal('user'), [], ['authenticated 1000/3600000 ana']],
    ['an operator', principal('operator'), [], ['authenticated 1000/3600000 ana']],
    ['an administrator', principal('admin'), [], ['admin 10000/3600000 ana']],
    [
      'a user with a document',
      principal('user'),
      ['documents:process'],
      ['authenticated 1000/3600000 ana', 'processing 50/3600000 ana'],
    ],
    [
      'an administrator with a document',
      principal('admin'),
      ['documents:process'],
      ['admin 10000/3600000 ana', 'processing 50/3600000 ana'],
    ],
    ['a key of a user', principal('user', KEY), [], ['authenticated 1000/3600000 ana', 'api_key 7/60000 k']],
    [
      'a key that may not process documents',
      { ...principal('user', KEY), scopes: new Set(['documents:read'] as const) },
      ['documents:process'],
      ['authenticated 1000/3600000 ana', 'api_key 7/60000 k'],
    ],
    [
      'a user who calls a microservice directly',
      principal('user'),
      ['services:proxy'],
      ['authenticated 1000/3600000 ana', 'processing 50/3600000 ana'],
    ],
    [
      'a key that may only call microservices, on another route',
      { ...principal('user', KEY), scopes: new Set(['services:proxy'] as const) },
      ['documents:process'],
      ['authenticated 1000/3600000 ana', 'api_key 7/60000 k'],
    ],
  ])('%s › the limits of the page', (_what, who, asked, expected) => {
    expect(limitsOf(who, asked)).toEqual(expected);
  });

  it('counts by address where key_func says so', () => {
    const env = { IRIS__rate_limiting__authenticated__key_func: 'ip_address' };
    expect(limitsOf(principal('user'), [], env)).toEqual([`authenticated 1000/3600000 ${NETWORK}`]);
  });
});
