import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Database } from '../database/index.js';

export interface DisabledEndpoint {
  readonly id: string;
  readonly url: string;
  readonly disabledAt: Date;
}

export interface EndpointPosition {
  readonly disabledAt: Date;
  readonly id: string;
}

/** Where nothing is sent any more, because it has answered 410; of one owner each. */
@Injectable()
export class DisabledEndpointsRepository {
  constructor(private readonly database: Database) {}

  async insert(manager: EntityManager, ownerId: string, url: string): Promise<void> {
    await manager.query(
      `INSERT INTO webhook_disabled_endpoints (id, owner_id, url) VALUES ($1, $2, $3)
       ON CONFLICT (owner_id, url) DO NOTHING`,
      [randomUUID(), ownerId, url],
    );
  }

  async has(manager: EntityManager, ownerId: string, url: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT FROM webhook_disabled_endpoints WHERE owner_id = $1 AND url = $2',
      [ownerId, url],
    );
    return rows.length > 0;
  }

  /** @returns the newest first, and one more than `limit` when there are more */
  find(ownerId: string, limit: number, after?: EndpointPosition): Promise<DisabledEndpoint[]> {
    return this.database.run((manager) =>
      manager.query<DisabledEndpoint[]>(
        `SELECT id, url, disabled_at AS "disabledAt" FROM webhook_disabled_endpoints
         WHERE owner_id = $1 AND ($2::timestamptz IS NULL OR (disabled_at, id) < ($2::timestamptz, $3::uuid))
         ORDER BY disabled_at DESC, id DESC LIMIT $4`,
        [ownerId, after?.disabledAt, after?.id, limit + 1],
      ),
    );
  }

  /** @returns whether there was one */
  async delete(ownerId: string, id: string): Promise<boolean> {
    const [, count] = await this.database.run((manager) =>
      manager.query<[unknown[], number]>(
        'DELETE FROM webhook_disabled_endpoints WHERE id = $1 AND owner_id = $2',
        [id, ownerId],
      ),
    );
    return count === 1;
  }
}
