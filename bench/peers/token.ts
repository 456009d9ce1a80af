import { createHmac, randomBytes } from 'node:crypto';

const LIFETIME_SECONDS = 24 * 3600;

/** A secret that all peers know, and a token that was signed with it. */
export interface SharedToken {
  readonly secret: string;
  readonly token: string;
}

/** HS256, as small as the gateway's own tokens are long. */
export function createSharedToken(): SharedToken {
  const secret = randomBytes(36).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'iris',
    aud: 'iris-api',
    sub: '01KAVW5Y6Q7ZB4S9N2C3D4E5F6',
    role: 'user',
    iat: now,
    exp: now + LIFETIME_SECONDS,
  };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = createHmac('sha256', secret).update(content).digest('base64url');
  return { secret, token: `${content}.${signature}` };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
