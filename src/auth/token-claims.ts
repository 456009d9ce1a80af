import { z } from 'zod';

import { ROLES } from '../common/context/index.js';

/** RFC 9068: says that this is an access token, whatever else the same key may sign. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

const MAX_NAME_CHARACTERS = 128;
const seconds = z.int().nonnegative();

/**
 * Nothing else: `crit` names extensions that must be understood, and we understand none (RFC 7515, section 4.1.11);
 * `jwk`, `jku`, `x5c` and their like would have the token bring its own key.
 */
export const tokenHeaderSchema = z.strictObject({
  typ: z.literal(ACCESS_TOKEN_TYPE),
  alg: z.string(),
  kid: z.string().max(MAX_NAME_CHARACTERS),
});

/** Types and presence; the values of `iss`, `aud` and `alg` are compared by the verifier. */
export const tokenClaimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.uuid(),
  sid: z.uuid(),
  role: z.enum(ROLES),
  jti: z.string().min(1).max(MAX_NAME_CHARACTERS),
  iat: seconds,
  nbf: seconds,
  exp: seconds,
});

export type TokenClaims = z.infer<typeof tokenClaimsSchema>;

/**
 * Decodes one part of a token.
 * @returns undefined when it is not JSON, or not as anybody would write it: twice the same member, white space,
 * padding. Two readers could understand such a token differently.
 */
export function decodeTokenPart(part: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isCanonical = Buffer.from(JSON.stringify(value)).toString('base64url') === part;
    return isCanonical ? value : undefined;
  } catch {
    return undefined;
  }
}
