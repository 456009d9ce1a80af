import { type Role, type Scope, SCOPES } from './principal.js';

const USER_SCOPES: readonly Scope[] = ['documents:process', 'documents:read', 'services:proxy'];

const SCOPES_OF_ROLE: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  user: new Set(USER_SCOPES),
  operator: new Set<Scope>([...USER_SCOPES, 'admin:read']),
  admin: new Set(SCOPES),
};

/** All that somebody of this role may do. */
export function scopesOfRole(role: Role): ReadonlySet<Scope> {
  return SCOPES_OF_ROLE[role];
}

/** Whether whoever holds these scopes may do what the wanted one is about. */
export function grants(held: ReadonlySet<string>, wanted: Scope): boolean {
  return held.has(wanted) || (wanted.startsWith('admin:') && held.has('admin:*'));
}

/** What both allow. Names that are no scopes allow nothing. */
export function commonScopes(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<Scope> {
  return new Set(SCOPES.filter((scope) => grants(one, scope) && grants(other, scope)));
}
