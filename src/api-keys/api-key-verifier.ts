import { Inject, Injectable } from '@nestjs/common';

import type { Principal } from '../common/context/index.js';
import { ApiKeysRepository, type LiveKey } from './api-keys.repository.js';
import { principalOfKey } from './key-principal.js';
import { hashOfKeyText } from './key-text.js';
import { KeyUses } from './key-uses.js';
import { type KnownKey, KnownKeys } from './known-keys.js';

/** Whose key a text is. */
@Injectable()
export class ApiKeyVerifier {
  readonly #questions = new Map<string, Promise<KnownKey | undefined>>();

  constructor(
    @Inject(ApiKeysRepository) private readonly keys: Pick<ApiKeysRepository, 'findLive'>,
    private readonly known: KnownKeys,
    private readonly uses: KeyUses,
  ) {}

  /**
   * Without any I/O for a key that this replica knows.
   * @returns undefined when it is no key, has expired or been revoked, or its owner is disabled
   * @throws DatabaseUnavailableError, DatabaseBusyError when nobody can say
   */
  async verify(text: string): Promise<Principal | undefined> {
    const hash = hashOfKeyText(text);
    const key = hash && (await this.#find(hash));
    if (key) this.uses.note(key.id);
    return key?.principal;
  }

  #find(hash: Buffer): KnownKey | Promise<KnownKey | undefined> | undefined {
    const digest = hash.toString('base64url');
    const knowledge = this.known.know(digest);
    switch (knowledge.standing) {
      case 'good':
        return knowledge.key;
      case 'ageing':
        // When nobody can say now, the key goes on until it is stale.
        this.#ask(hash, digest).catch(() => undefined);
        return knowledge.key;
      case 'refused':
        return undefined;
      case 'unknown':
        return this.#ask(hash, digest);
    }
  }

  /** However many requests wait for the answer, it is asked for once; but nobody joins a question from before a change. */
  #ask(hash: Buffer, digest: string): Promise<KnownKey | undefined> {
    const { changes } = this.known;
    const name = `${digest} ${changes}`;
    const pending =
      this.#questions.get(name) ??
      this.#askDatabase(hash, digest, changes).finally(() => this.#questions.delete(name));
    this.#questions.set(name, pending);
    return pending;
  }

  async #askDatabase(hash: Buffer, digest: string, changes: number): Promise<KnownKey | undefined> {
    const row = await this.keys.findLive(hash);
    const key = row && toKnownKey(row);
    this.known.remember(digest, key, changes);
    return key;
  }
}

function toKnownKey(key: LiveKey): KnownKey {
  const { id, expiresAt } = key;
  const expiresAtMs = expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return { id, principal: principalOfKey(key), expiresAtMs };
}
