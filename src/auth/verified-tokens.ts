import { hash } from 'node:crypto';

import { RecentMap } from '../common/collections/index.js';
import type { Principal } from '../common/context/index.js';
import type { ClaimedSession } from '../sessions/index.js';

export interface VerifiedToken {
  readonly principal: Principal;
  /** Good tokens of an ended session are worth nothing, so this is asked for with every request. */
  readonly session: ClaimedSession;
  readonly expiresAtMs: number;
}

const MAX_ENTRIES = 10_000;

/** Tokens whose signature was checked, by their digest: memory holds no credential. Never past `exp`. */
export class VerifiedTokens {
  readonly #tokens: RecentMap<string, VerifiedToken>;

  constructor(maxEntries = MAX_ENTRIES) {
    this.#tokens = new RecentMap(maxEntries);
  }

  find(token: string): VerifiedToken | undefined {
    const verified = this.#tokens.get(digest(token));
    return verified && verified.expiresAtMs > Date.now() ? verified : undefined;
  }

  remember(token: string, verified: VerifiedToken): void {
    this.#tokens.set(digest(token), verified);
  }
}

function digest(token: string): string {
  return hash('sha256', token, 'base64url');
}
