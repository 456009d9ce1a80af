import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Role } from '../common/context/index.js';
import { Database } from '../database/index.js';
import { ApiKeyLimitError, ApiKeyNotActiveError, ApiKeyNotFoundError } from './api-key-errors.js';
import { ApiKey } from './api-key.entity.js';
import type { MadeKey } from './make-key.js';

/** More than any user needs. */
const MAX_ACTIVE_KEYS = 100;
const IS_ACTIVE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/** What a request with a key has to know of it. */
export interface LiveKey {
  readonly id: string;
  readonly userId: string;
  /** Of its owner, now. */
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly rateLimit: string | null;
  readonly expiresAt: Date | null;
}

/** A key that may have ended. */
export interface AnyKey extends LiveKey {
  /** `disabled`: its owner is. */
  readonly state: 'active' | 'disabled' | 'expired' | 'revoked';
}

export interface ApiKeyPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface Rotation {
  readonly successor: MadeKey;
  /** When the key that is rotated ends. */
  readonly endsAt: Date;
}

/** What a user reads of or does to a key by its id names its owner, so that an id alone opens nothing. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined when there is no such key, it has ended, or its owner is disabled */
  async findLive(hash: Buffer): Promise<LiveKey | undefined> {
    // Found by its hash: how long the comparison takes tells nothing about a text that hashes to something near it.
    const [row] = await this.database.run((manager) =>
      manager.query<LiveKey[]>(
        `SELECT k.id, k.user_id AS "userId", u.role, k.scopes, k.rate_limit AS "rateLimit",
                k.expires_at AS "expiresAt"
         FROM api_keys k JOIN users u ON u.id = k.user_id
         WHERE k.hash = $1 AND ${IS_ACTIVE} AND u.disabled_at IS NULL`,
        [hash],
      ),
    );
    return row;
  }

  /** Whosever it is: for administrators. */
  async findAny(id: string): Promise<AnyKey | undefined> {
    const [row] = await this.database.run((manager) =>
      manager.query<AnyKey[]>(
        `SELECT k.id, k.user_id AS "userId", u.role, k.scopes, k.rate_limit AS "rateLimit",
                k.expires_at AS "expiresAt",
                CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked'
                     WHEN k.expires_at <= now() THEN 'expired'
                     WHEN u.disabled_at IS NOT NULL THEN 'disabled'
                     ELSE 'active' END AS state
         FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.id = $1`,
        [id],
      ),
    );
    return row;
  }

  /** @throws ApiKeyNotFoundError */
  async get(userId: string, id: string): Promise<ApiKey> {
    const key = await this.database.run((manager) => manager.findOneBy(ApiKey, { id, userId }));
    if (!key) throw new ApiKeyNotFoundError();
    return key;
  }

  /** @returns the newest first, and one more than `limit` when there are more */
  find(userId: string, limit: number, after?: ApiKeyPosition): Promise<ApiKey[]> {
    return this.database.run((manager) => {
      const query = manager.createQueryBuilder(ApiKey, 'key').where('key.userId = :userId', { userId });
      if (after) query.andWhere('(key.createdAt, key.id) < (:createdAt, :id)', after);
      return query
        .orderBy('key.createdAt', 'DESC')
        .addOrderBy('key.id', 'DESC')
        .limit(limit + 1)
        .getMany();
    });
  }

  /** @throws ApiKeyLimitError */
  insert(key: ApiKey): Promise<void> {
    return this.database.transaction(async (manager) => {
      await lockOwner(manager, key.userId);
      await insertWithinLimit(manager, key);
    });
  }

  /**
   * @param plan makes the successor of the key, and says when the key itself ends
   * @throws ApiKeyNotFoundError, ApiKeyNotActiveError, ApiKeyLimitError
   */
  rotate(userId: string, id: string, plan: (key: ApiKey) => Rotation): Promise<MadeKey> {
    return this.database.transaction(async (manager) => {
      await lockOwner(manager, userId);
      const key = await manager.findOneBy(ApiKey, { id, userId });
      if (!key) throw new ApiKeyNotFoundError();
      if (!isActive(key) || key.replacedBy !== null) throw new ApiKeyNotActiveError();
      const { successor, endsAt } = plan(key);
      await insertWithinLimit(manager, successor.key, id);
      await manager.update(ApiKey, { id, userId }, { replacedBy: successor.key.id, expiresAt: endsAt });
      return successor;
    });
  }

  /**
   * @returns false when it had been revoked before
   * @throws ApiKeyNotFoundError
   */
  async revoke(userId: string, id: string): Promise<boolean> {
    const [, revoked] = await this.database.run((manager) =>
      manager.query<[unknown[], number]>(
        'UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL',
        [id, userId],
      ),
    );
    if (revoked === 0) await this.get(userId, id);
    return revoked === 1;
  }

  /** @param uses the time of the last use, in milliseconds since 1970, by the key's id */
  async noteUses(uses: ReadonlyMap<string, number>): Promise<void> {
    const times = Array.from(uses.values(), (time) => new Date(time).toISOString());
    await this.database.run((manager) =>
      manager.query(
        `UPDATE api_keys k SET last_used_at = used.at
         FROM unnest($1::uuid[], $2::timestamptz[]) AS used (id, at)
         WHERE k.id = used.id AND (k.last_used_at IS NULL OR k.last_used_at < used.at)`,
        [[...uses.keys()], times],
      ),
    );
  }
}

/** @param besides a key that does not count, because the new one is to follow it */
async function insertWithinLimit(manager: EntityManager, key: ApiKey, besides?: string): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM api_keys WHERE user_id = $1 AND ${IS_ACTIVE} AND id IS DISTINCT FROM $2`,
    [key.userId, besides],
  );
  if ((row?.count ?? 0) >= MAX_ACTIVE_KEYS) throw new ApiKeyLimitError(MAX_ACTIVE_KEYS);
  await manager.insert(ApiKey, key);
}

/** Of two requests that add keys of one user at once, the second sees what the first has added. */
async function lockOwner(manager: EntityManager, userId: string): Promise<void> {
  await manager.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
}

function isActive({ revokedAt, expiresAt }: ApiKey): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt.getTime() > Date.now());
}
