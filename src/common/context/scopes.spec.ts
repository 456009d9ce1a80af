import { describe, expect, it } from '@jest/globals';

import { ROLES, SCOPES } from './principal.js';
import { commonScopes, grants, scopesOfRole } from './scopes.js';

describe('scopesOfRole', () => {
  it('grows from role to role', () => {
    const [user, operator, admin] = ROLES.map((role) => [...scopesOfRole(role)]);
    expect(user).toEqual(['documents:process', 'documents:read', 'services:proxy']);
    expect(operator).toEqual([...user!, 'admin:read']);
    expect(admin).toEqual([...SCOPES]);
  });
});

describe('grants', () => {
  it('takes admin:* for every admin scope, and for no other', () => {
    const held = new Set(['admin:*']);
    expect(SCOPES.filter((scope) => grants(held, scope))).toEqual(['admin:read', 'admin:*']);
  });

  it('takes no admin scope for admin:*', () => {
    expect(grants(new Set(['admin:read']), 'admin:*')).toBe(false);
  });
});

describe('commonScopes', () => {
  it.each([
    ['user', ['documents:process'], ['documents:process']],
    ['user', ['models:train', 'admin:*'], []],
    ['operator', ['admin:*'], ['admin:read']],
    ['admin', ['admin:read'], ['admin:read']],
    ['admin', ['admin:*', 'something:else'], ['admin:read', 'admin:*']],
  ] as const)('%s and %j › %j', (role, scopes, common) => {
    expect([...commonScopes(scopesOfRole(role), new Set<string>(scopes))]).toEqual(common);
  });
});
