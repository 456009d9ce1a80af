export const ROLES = ['user', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
}

/** May look at what concerns everybody. */
export function canOperate(user: User | undefined): boolean {
  return user !== undefined && user.role !== 'user';
}

/** May change what concerns everybody. */
export function isAdmin(user: User | undefined): boolean {
  return user?.role === 'admin';
}
