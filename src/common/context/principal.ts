export const ROLES = ['user', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a credential may do. `admin:*` contains every scope that begins with `admin:`. */
export const SCOPES = [
  'documents:process',
  'documents:read',
  'services:proxy',
  'models:train',
  'admin:read',
  'admin:*',
] as const;
export type Scope = (typeof SCOPES)[number];

/** How a principal has proven who it is. */
export type Credential =
  | { readonly kind: 'access_token'; readonly tokenId: string; readonly sessionId: string }
  | { readonly kind: 'api_key'; readonly keyId: string; readonly rateLimit: OwnRateLimit | undefined };

/** The limit of one API key, beside that of its owner. */
export interface OwnRateLimit {
  readonly count: number;
  readonly windowSeconds: number;
}

/** Who makes a request, once the guard has verified it. */
export interface Principal {
  /** The user's id, a UUID. */
  readonly userId: string;
  readonly role: Role;
  /** What the role allows, and of that what the credential is limited to. */
  readonly scopes: ReadonlySet<Scope>;
  readonly credential: Credential;
}
