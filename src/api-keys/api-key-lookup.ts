import { Injectable } from '@nestjs/common';

import type { Principal } from '../common/context/index.js';
import { type AnyKey, ApiKeysRepository } from './api-keys.repository.js';
import { principalOfKey } from './key-principal.js';

export interface FoundKey {
  readonly principal: Principal;
  readonly state: AnyKey['state'];
}

/** For administrators, who ask about keys of others, and about those that have ended. */
@Injectable()
export class ApiKeyLookup {
  constructor(private readonly keys: ApiKeysRepository) {}

  /**
   * @param id a UUID
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  async find(id: string): Promise<FoundKey | undefined> {
    const key = await this.keys.findAny(id);
    return key && { principal: principalOfKey(key), state: key.state };
  }
}
