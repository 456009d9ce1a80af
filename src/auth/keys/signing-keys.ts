import type { JsonWebKey } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type AppConfig, ConfigError, InjectConfig } from '../../config/index.js';
import { loadTokenKeys } from './load-token-keys.js';
import type { TokenKey } from './token-key.js';

/** The first key signs, all verify: that is how keys are changed without logging anybody out. */
@Injectable()
export class SigningKeys {
  readonly signer: TokenKey;
  readonly #byKid: ReadonlyMap<string, TokenKey>;

  constructor(
    @InjectConfig('auth') auth: AppConfig['auth'],
    @InjectConfig('runtime') runtime: AppConfig['runtime'],
  ) {
    const keys = loadTokenKeys(auth, runtime);
    this.#byKid = new Map(keys.map((key) => [key.kid, key]));
    this.signer = requireSigner(keys);
  }

  /** @param kid of a token: compared with the names of our keys, and used for nothing else */
  find(kid: string): TokenKey | undefined {
    return this.#byKid.get(kid);
  }

  /** RFC 7517. */
  get publicKeys(): JsonWebKey[] {
    return [...this.#byKid.values()].flatMap(({ publicJwk }) => (publicJwk ? [publicJwk] : []));
  }
}

function requireSigner([first]: readonly TokenKey[]): TokenKey {
  if (first?.canSign) return first;
  throw new ConfigError([
    {
      path: ['auth', 'jwt_keys', '0'],
      origin: 'the key',
      expected: 'is a public key, but the first key of the list signs',
      remedy: 'put a private key or a secret first',
    },
  ]);
}
