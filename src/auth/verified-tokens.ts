import { hash } from 'node:crypto';

import type { Principal } from '../common/context/index.js';

interface Entry {
  readonly principal: Principal;
  readonly expiresAtMs: number;
}

const MAX_ENTRIES = 10_000;

/**
 * Tokens whose signature was checked, by their digest: memory holds no credential. Never past `exp`.
 * Two generations instead of an order of use: a hit, which every request is, moves nothing.
 */
export class VerifiedTokens {
  #recent = new Map<string, Entry>();
  #former = new Map<string, Entry>();

  constructor(private readonly maxEntries = MAX_ENTRIES) {}

  get size(): number {
    return this.#recent.size + this.#former.size;
  }

  find(token: string): Principal | undefined {
    const key = digest(token);
    const entry = this.#recent.get(key) ?? this.#promote(key);
    return entry && entry.expiresAtMs > Date.now() ? entry.principal : undefined;
  }

  remember(token: string, principal: Principal, expiresAtMs: number): void {
    this.#store(digest(token), { principal, expiresAtMs });
  }

  clear(): void {
    this.#recent.clear();
    this.#former.clear();
  }

  /** Whoever is used survives the next change of generations. */
  #promote(key: string): Entry | undefined {
    const entry = this.#former.get(key);
    if (entry) {
      this.#former.delete(key);
      this.#store(key, entry);
    }
    return entry;
  }

  #store(key: string, entry: Entry): void {
    if (this.#recent.size >= this.maxEntries / 2) {
      this.#former = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, entry);
  }
}

function digest(token: string): string {
  return hash('sha256', token, 'base64url');
}
