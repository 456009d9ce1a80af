import { randomUUID } from 'node:crypto';

import { ApiKey } from './api-key.entity.js';
import { newKeyText } from './key-text.js';

export interface MadeKey {
  readonly key: ApiKey;
  /** For its owner, once. */
  readonly text: string;
}

export function makeKey(
  properties: Pick<ApiKey, 'userId' | 'name' | 'scopes' | 'rateLimit' | 'expiresAt'>,
): MadeKey {
  const { text, prefix, lastFour, hash } = newKeyText();
  const key = Object.assign(new ApiKey(), properties, {
    id: randomUUID(),
    prefix,
    lastFour,
    hash,
    createdAt: new Date(),
    lastUsedAt: null,
    revokedAt: null,
    replacedBy: null,
  });
  return { key, text };
}

/** As its predecessor, and to live as long as that was meant to. */
export function makeSuccessor({ userId, name, scopes, rateLimit, createdAt, expiresAt }: ApiKey): MadeKey {
  const lifetimeMs = expiresAt && expiresAt.getTime() - createdAt.getTime();
  const end = lifetimeMs === null ? null : new Date(Date.now() + lifetimeMs);
  return makeKey({ userId, name, scopes, rateLimit, expiresAt: end });
}
