import { Injectable } from '@nestjs/common';

import { ApiKeyLookup, type FoundKey } from '../api-keys/index.js';
import { scopesOfRole } from '../common/context/index.js';
import { UsersService } from '../users/index.js';
import { PrincipalNotFoundError } from './admin-errors.js';

/** A user or a key, whether it would be let in now or not. */
export type FoundPrincipal = FoundKey;

/**
 * Users and keys by their ids, as they would be if they called now.
 * All throw PrincipalNotFoundError, DatabaseUnavailableError, DatabaseBusyError.
 */
@Injectable()
export class PrincipalLookup {
  constructor(
    private readonly users: UsersService,
    private readonly keys: ApiKeyLookup,
  ) {}

  /** @param id a UUID, of a user or a key */
  async find(id: string): Promise<FoundPrincipal> {
    const found = (await this.#findUser(id)) ?? (await this.keys.find(id));
    if (!found) throw new PrincipalNotFoundError();
    return found;
  }

  async user(id: string): Promise<FoundPrincipal> {
    const found = await this.#findUser(id);
    if (!found) throw new PrincipalNotFoundError();
    return found;
  }

  async key(id: string): Promise<FoundPrincipal> {
    const found = await this.keys.find(id);
    if (!found) throw new PrincipalNotFoundError();
    return found;
  }

  async #findUser(id: string): Promise<FoundPrincipal | undefined> {
    const user = await this.users.findById(id);
    if (!user) return undefined;
    const { role, disabledAt } = user;
    return {
      principal: {
        userId: id,
        role,
        scopes: scopesOfRole(role),
        // Whichever session it would be.
        credential: { kind: 'access_token', tokenId: '', sessionId: '' },
      },
      state: disabledAt ? 'disabled' : 'active',
    };
  }
}
