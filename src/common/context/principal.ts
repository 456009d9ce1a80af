export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who makes a request, once the guard has verified it. */
export interface Principal {
  /** The user's id, a UUID. */
  readonly userId: string;
  readonly role: Role;
  /** The `jti` of the access token. */
  readonly tokenId: string;
}
