import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Database } from '../database/index.js';

/** So long is a key blocked at most after its process was killed. */
const LEASE_SECONDS = 15;
const KEEP_HOURS = 24;
/** For answers of many megabytes. */
const BODY_TIMEOUT_MS = 5_000;

/** What a client was answered, byte for byte. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One key of one owner on one route. */
export interface KeyedRequest {
  readonly ownerId: string;
  /** Such as `POST /process`: the same key means something else on another route. */
  readonly route: string;
  readonly key: string;
  /** SHA-256 of all that makes one request another. */
  readonly fingerprint: Buffer;
  /** SHA-256 of the document that the answer is about, in hexadecimal: that by which it is forgotten. */
  readonly document?: string;
}

export interface KnownKey {
  readonly fingerprint: Buffer;
  /** Undefined while the request is under way. */
  readonly answer: Answer | undefined;
}

interface Row {
  readonly fingerprint: Buffer;
  readonly state: 'running' | 'completed';
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: Buffer | null;
}

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** Takes a key that is new, has expired, or whose claim has lapsed. @returns whether it was taken */
  async claim(
    claimId: string,
    { ownerId, route, key, fingerprint, document }: KeyedRequest,
  ): Promise<boolean> {
    const rows = await this.database.run((manager) =>
      manager.query<unknown[]>(
        `INSERT INTO idempotency_keys AS known
           (owner_id, route, key, fingerprint, claim, state, lease_until, created_at, expires_at, document)
         VALUES ($1, $2, $3, $4, $5, 'running', clock_timestamp() + make_interval(secs => $6),
                 clock_timestamp(), clock_timestamp() + make_interval(hours => $7), $8)
         ON CONFLICT (owner_id, route, key) DO UPDATE
           SET fingerprint = excluded.fingerprint, claim = excluded.claim, state = excluded.state,
               lease_until = excluded.lease_until, status = NULL, headers = NULL, body = NULL,
               created_at = excluded.created_at, expires_at = excluded.expires_at,
               document = excluded.document
           WHERE CASE known.state WHEN 'running' THEN known.lease_until ELSE known.expires_at END <= clock_timestamp()
         RETURNING claim`,
        [ownerId, route, key, fingerprint, claimId, LEASE_SECONDS, KEEP_HOURS, document],
      ),
    );
    return rows.length > 0;
  }

  /** Undefined: it was released meanwhile. */
  async find({ ownerId, route, key }: KeyedRequest): Promise<KnownKey | undefined> {
    const [row] = await this.database.run(
      (manager) =>
        manager.query<Row[]>(
          `SELECT fingerprint, state, status, headers, body FROM idempotency_keys
           WHERE owner_id = $1 AND route = $2 AND key = $3`,
          [ownerId, route, key],
        ),
      BODY_TIMEOUT_MS,
    );
    return row && { fingerprint: row.fingerprint, answer: answerOf(row) };
  }

  /** @returns whether the claim was still held */
  complete(claimId: string, answer: Answer, manager?: EntityManager): Promise<boolean> {
    if (manager) return storeAnswer(manager, claimId, answer);
    return this.database.run((own) => storeAnswer(own, claimId, answer), BODY_TIMEOUT_MS);
  }

  async release(claimId: string): Promise<void> {
    await this.database.run((manager) =>
      manager.query(`DELETE FROM idempotency_keys WHERE claim = $1 AND state = 'running'`, [claimId]),
    );
  }

  /** @returns those that are still held */
  async renew(claimIds: readonly string[]): Promise<string[]> {
    const [rows] = await this.database.run((manager) =>
      manager.query<[{ claim: string }[], number]>(
        `UPDATE idempotency_keys SET lease_until = clock_timestamp() + make_interval(secs => $2)
         WHERE claim = ANY ($1) AND state = 'running' RETURNING claim`,
        [claimIds, LEASE_SECONDS],
      ),
    );
    return rows.map(({ claim }) => claim);
  }

  /** Answers about a document are gone, or are when they come: they have expired. */
  async forget(ownerId: string, document: string): Promise<void> {
    await this.database.run((manager) =>
      manager.query(
        `UPDATE idempotency_keys SET expires_at = clock_timestamp(), body = CASE WHEN body IS NOT NULL THEN ''::bytea END
         WHERE owner_id = $1 AND document = $2`,
        [ownerId, document],
      ),
    );
  }

  /** Deletes what has expired, some at a time. @returns how many */
  async purge(limit: number): Promise<number> {
    const [, count] = await this.database.run((manager) =>
      manager.query<[unknown[], number]>(
        `DELETE FROM idempotency_keys WHERE (owner_id, route, key) IN (
           SELECT owner_id, route, key FROM idempotency_keys
           WHERE expires_at <= now() AND lease_until <= now() LIMIT $1)`,
        [limit],
      ),
    );
    return count;
  }
}

async function storeAnswer(
  manager: EntityManager,
  claimId: string,
  { status, headers, body }: Answer,
): Promise<boolean> {
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE idempotency_keys SET state = 'completed', status = $2, headers = $3,
       body = CASE WHEN expires_at > clock_timestamp() THEN $4 ELSE ''::bytea END
     WHERE claim = $1`,
    [claimId, status, headers, body],
  );
  return count > 0;
}

function answerOf({ status, headers, body }: Row): Answer | undefined {
  return status === null || !headers || !body ? undefined : { status, headers, body };
}
