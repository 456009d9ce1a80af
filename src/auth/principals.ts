import { Injectable } from '@nestjs/common';

import { ApiKeyVerifier } from '../api-keys/index.js';
import type { Principal } from '../common/context/index.js';
import { AccessTokenService } from './access-token.service.js';
import { InvalidApiKeyError } from './auth-errors.js';
import type { PresentedCredential } from './credential.js';

/** Whom a credential belongs to. */
@Injectable()
export class Principals {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly keys: ApiKeyVerifier,
  ) {}

  /** @throws InvalidTokenError, InvalidApiKeyError; DatabaseUnavailableError or DatabaseBusyError when nobody can say */
  of({ kind, text }: PresentedCredential): Principal | Promise<Principal> {
    switch (kind) {
      case 'access_token':
        return this.tokens.verify(text);
      case 'api_key':
        return this.#ofKey(text);
    }
  }

  async #ofKey(text: string): Promise<Principal> {
    const principal = await this.keys.verify(text);
    if (!principal) throw new InvalidApiKeyError();
    return principal;
  }
}
