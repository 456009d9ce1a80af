import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Database } from '../database/index.js';
import { newSecret } from './sending/index.js';

/** What may be told of a secret. */
export interface SecretFacts {
  readonly id: string;
  readonly createdAt: Date;
  /** Null: the current one. */
  readonly expiresAt: Date | null;
}

const COLUMNS = 'id, created_at AS "createdAt", expires_at AS "expiresAt"';
/** Each adds a signature to every call. */
const MAX_FORMER = 4;

/** One current secret for each user, and former ones that are still valid. */
@Injectable()
export class WebhookSecretsRepository {
  constructor(private readonly database: Database) {}

  /** Makes the first one of this user, so that nothing is ever sent without a signature. */
  async ensure(manager: EntityManager, ownerId: string): Promise<void> {
    await manager.query(
      `INSERT INTO webhook_secrets (id, owner_id, secret)
       SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM webhook_secrets WHERE owner_id = $2 AND expires_at IS NULL)
       ON CONFLICT (owner_id) WHERE expires_at IS NULL DO NOTHING`,
      [randomUUID(), ownerId, newSecret()],
    );
  }

  /** The current one first. */
  find(ownerId: string): Promise<SecretFacts[]> {
    return this.database.run((manager) =>
      manager.query<SecretFacts[]>(
        `SELECT ${COLUMNS} FROM webhook_secrets
         WHERE owner_id = $1 AND (expires_at IS NULL OR expires_at > now()) ORDER BY created_at DESC, id`,
        [ownerId],
      ),
    );
  }

  /** @param overlapSeconds how long former ones stay valid at most; 0: none of them does */
  rotate(ownerId: string, secret: Buffer, overlapSeconds: number): Promise<SecretFacts> {
    return this.database.transaction(async (manager) => {
      // Of two requests at once, the second follows the first.
      await manager.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [ownerId]);
      await expireFormer(manager, ownerId, overlapSeconds);
      const [facts] = await manager.query<[SecretFacts]>(
        // One that was made for a first delivery just now gives way: nobody knows it yet.
        `INSERT INTO webhook_secrets (id, owner_id, secret, created_at) VALUES ($1, $2, $3, clock_timestamp())
         ON CONFLICT (owner_id) WHERE expires_at IS NULL
         DO UPDATE SET id = excluded.id, secret = excluded.secret, created_at = excluded.created_at
         RETURNING ${COLUMNS}`,
        [randomUUID(), ownerId, secret],
      );
      return facts;
    });
  }

  /** Deletes those that sign nothing any more. */
  async purge(): Promise<void> {
    await this.database.run((manager) =>
      manager.query('DELETE FROM webhook_secrets WHERE expires_at < now()'),
    );
  }
}

/** A rotation whose answer got lost is repeated, so that the one from before it has to be kept as well. */
async function expireFormer(manager: EntityManager, ownerId: string, overlapSeconds: number): Promise<void> {
  await manager.query(
    `UPDATE webhook_secrets
     SET expires_at = least(expires_at, clock_timestamp() + make_interval(secs => $2)) WHERE owner_id = $1`,
    [ownerId, overlapSeconds],
  );
  await manager.query(
    `DELETE FROM webhook_secrets WHERE id IN (
       SELECT id FROM (SELECT id, expires_at, row_number() OVER (ORDER BY created_at DESC, id) AS rank
                       FROM webhook_secrets WHERE owner_id = $1) AS former
       WHERE expires_at <= clock_timestamp() OR rank > $2)`,
    [ownerId, MAX_FORMER],
  );
}
