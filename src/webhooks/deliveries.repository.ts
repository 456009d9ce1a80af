import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Database } from '../database/index.js';
import type { Attempt, Delivery, DeliveryState, DueDelivery, NewWebhook, NextStep } from './delivery.js';
import type { Answer } from './sending/index.js';

export interface NewDelivery extends NewWebhook {
  readonly id: string;
  /** Null: the endpoint is disabled, so that it is only noted. */
  readonly ticket: string | null;
  readonly retryUntil: Date;
}

export interface DeliveryPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  readonly jobId?: string | undefined;
  readonly limit: number;
  readonly cursor?: DeliveryPosition | undefined;
}

const COLUMNS = `id, job_id AS "jobId", url, type, state, attempts, next_attempt_at AS "nextAttemptAt",
  created_at AS "createdAt", finished_at AS "finishedAt"`;

/** Whatever is read of or done to a delivery on behalf of a user names the user, so that an id alone opens nothing. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  async insert(manager: EntityManager, delivery: NewDelivery): Promise<void> {
    const { id, ownerId, jobId, url, type, payload, ticket, retryUntil } = delivery;
    const state: DeliveryState = ticket === null ? 'disabled' : 'pending';
    await manager.query(
      `INSERT INTO webhook_deliveries
         (id, owner_id, job_id, url, type, payload, ticket, retry_until, state, next_attempt_at, finished_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text,
               CASE $9::text WHEN 'pending' THEN now() END, CASE $9::text WHEN 'disabled' THEN now() END)`,
      [id, ownerId, jobId, url, type, JSON.stringify(payload), ticket, retryUntil, state],
    );
  }

  /** @returns undefined when this is not the attempt that is due: it was made already, or by another ticket */
  async findDue(id: string, ticket: string): Promise<DueDelivery | undefined> {
    const [due] = await this.database.run((manager) =>
      manager.query<DueDelivery[]>(
        `SELECT d.id, d.owner_id AS "ownerId", d.url, d.payload, d.tries, d.retry_until AS "retryUntil",
                ARRAY(SELECT s.secret FROM webhook_secrets s
                      WHERE s.owner_id = d.owner_id AND (s.expires_at IS NULL OR s.expires_at > now())
                      ORDER BY s.created_at DESC, s.id) AS secrets,
                EXISTS (SELECT FROM webhook_disabled_endpoints e
                        WHERE e.owner_id = d.owner_id AND e.url = d.url) AS "isDisabled"
         FROM webhook_deliveries d WHERE d.id = $1 AND d.ticket = $2`,
        [id, ticket],
      ),
    );
    return due;
  }

  /**
   * Notes an attempt and what follows from it, all or nothing.
   * @param answer undefined: no attempt was made
   * @param follow is left out when the delivery waits for another ticket by now
   */
  conclude(
    { id, ticket }: { readonly id: string; readonly ticket: string },
    answer: Answer | undefined,
    next: NextStep,
    follow: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (manager) => {
      if (answer) await addAttempt(manager, id, answer);
      if (await settle(manager, id, ticket, next)) await follow(manager);
    });
  }

  /**
   * Begins anew, with the same id.
   * @param follow what belongs to it; when it throws, nothing has changed
   * @returns undefined when the owner has no such delivery
   */
  restart(
    { id, ownerId }: { readonly id: string; readonly ownerId: string },
    { ticket, retryUntil }: Pick<NewDelivery, 'ticket' | 'retryUntil'>,
    follow: (manager: EntityManager, url: string) => Promise<void>,
  ): Promise<Delivery | undefined> {
    return this.database.transaction(async (manager) => {
      const [[delivery]] = await manager.query<[Delivery[], number]>(
        `UPDATE webhook_deliveries
         SET state = 'pending', ticket = $3, tries = 0, retry_until = $4, next_attempt_at = now(), finished_at = NULL
         WHERE id = $1 AND owner_id = $2 RETURNING ${COLUMNS}`,
        [id, ownerId, ticket, retryUntil],
      );
      if (delivery) await follow(manager, delivery.url);
      return delivery;
    });
  }

  async get(ownerId: string, id: string): Promise<Delivery | undefined> {
    const [delivery] = await this.database.run((manager) =>
      manager.query<Delivery[]>(`SELECT ${COLUMNS} FROM webhook_deliveries WHERE id = $1 AND owner_id = $2`, [
        id,
        ownerId,
      ]),
    );
    return delivery;
  }

  /** In their order. */
  attemptsOf(ownerId: string, id: string): Promise<Attempt[]> {
    return this.database.run((manager) =>
      manager.query<Attempt[]>(
        `SELECT number, at, status, ms, error FROM webhook_attempts
         WHERE delivery_id = (SELECT id FROM webhook_deliveries WHERE id = $1 AND owner_id = $2) ORDER BY number`,
        [id, ownerId],
      ),
    );
  }

  /** @returns the newest first, and one more than `limit` when there are more */
  find(ownerId: string, { state, jobId, limit, cursor }: DeliveryFilter): Promise<Delivery[]> {
    return this.database.run((manager) =>
      manager.query<Delivery[]>(
        `SELECT ${COLUMNS} FROM webhook_deliveries
         WHERE owner_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR job_id = $3)
           AND ($4::timestamptz IS NULL OR (created_at, id) < ($4::timestamptz, $5::text))
         ORDER BY created_at DESC, id DESC LIMIT $6`,
        [ownerId, state, jobId, cursor?.createdAt, cursor?.id, limit + 1],
      ),
    );
  }

  /** Deletes what has been over for a while, some at a time, with its attempts. @returns how many */
  async purge(afterDays: number, limit: number): Promise<number> {
    const [, count] = await this.database.run((manager) =>
      manager.query<[unknown[], number]>(
        `DELETE FROM webhook_deliveries WHERE id IN (
           SELECT id FROM webhook_deliveries WHERE finished_at < now() - make_interval(days => $1) LIMIT $2)`,
        [afterDays, limit],
      ),
    );
    return count;
  }
}

async function addAttempt(manager: EntityManager, id: string, answer: Answer): Promise<void> {
  await manager.query(
    `WITH delivery AS (UPDATE webhook_deliveries SET attempts = attempts + 1 WHERE id = $1 RETURNING id, attempts)
     INSERT INTO webhook_attempts (delivery_id, number, at, status, ms, error)
     SELECT id, attempts, $2, $3, $4, $5 FROM delivery`,
    [id, answer.at, answer.status, answer.ms, answer.error],
  );
}

/** @returns whether the delivery waited for this ticket */
async function settle(manager: EntityManager, id: string, ticket: string, next: NextStep): Promise<boolean> {
  const following = next.state === 'pending' ? next : undefined;
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE webhook_deliveries
     SET state = $3, ticket = $4, next_attempt_at = $5, tries = tries + 1,
         finished_at = CASE WHEN $4::uuid IS NULL THEN now() END
     WHERE id = $1 AND ticket = $2`,
    [id, ticket, next.state, following?.ticket, following?.at],
  );
  return count === 1;
}
