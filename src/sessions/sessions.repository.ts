import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Role } from '../common/context/index.js';
import { Database } from '../database/index.js';
import { type EndReason, type Session, type SessionOrigin } from './session.js';

/** What decides whether the tokens of a session are good. */
export interface SessionState {
  readonly userId: string;
  readonly role: Role;
  readonly isLive: boolean;
  readonly lastUsedAt: Date;
}

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  /** The hash that the password was compared with: a change of it since then prevents the session. */
  readonly passwordHash: string;
  readonly expiresAt: Date;
  readonly origin: SessionOrigin;
  readonly refreshTokenHash: Buffer;
}

export interface InsertedSession {
  /** Of the user at this moment; since the password was compared it may have changed. */
  readonly role: Role;
  /** The ids of the sessions that ended, because the user has too many. */
  readonly superseded: readonly string[];
}

export interface SessionPosition {
  readonly createdAt: Date;
  readonly id: string;
}

const COLUMNS = `id, address, user_agent AS "userAgent", created_at AS "createdAt",
  last_used_at AS "lastUsedAt", expires_at AS "expiresAt"`;
const IS_LIVE = 'ended_at IS NULL AND expires_at > now()';

/** Whatever is read of or done to a session names its owner, so that an id alone opens nothing. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * @param maxLive the ones used longest ago end when the user has more
   * @returns undefined when there is no such user any more: deleted, disabled, or with another password
   */
  insert(session: NewSession, maxLive: number): Promise<InsertedSession | undefined> {
    return this.database.transaction(async (manager) => {
      const role = await insertSession(manager, session);
      return role && { role, superseded: await endBeyond(manager, session.userId, maxLive) };
    });
  }

  async findState(id: string, userId: string): Promise<SessionState | undefined> {
    const [row] = await this.database.run((manager) =>
      manager.query<SessionState[]>(
        `SELECT s.user_id AS "userId", u.role, s.last_used_at AS "lastUsedAt",
                s.ended_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL AS "isLive"
         FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1 AND s.user_id = $2`,
        [id, userId],
      ),
    );
    return row;
  }

  /** @returns the session that the refresh token belongs to, over or not */
  async findOfToken(hash: Buffer): Promise<{ id: string; userId: string } | undefined> {
    const [row] = await this.database.run((manager) =>
      manager.query<{ id: string; userId: string }[]>(
        `SELECT s.id, s.user_id AS "userId" FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
         WHERE t.hash = $1`,
        [hash],
      ),
    );
    return row;
  }

  /** @returns the live ones, the newest first, and one more than `limit` when there are more */
  list(userId: string, limit: number, after?: SessionPosition): Promise<Session[]> {
    return this.database.run((manager) =>
      manager.query<Session[]>(
        `SELECT ${COLUMNS} FROM sessions
         WHERE user_id = $1 AND ${IS_LIVE}
           AND ($2::timestamptz IS NULL OR (created_at, id) < ($2::timestamptz, $3::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $4`,
        [userId, after?.createdAt, after?.id, limit + 1],
      ),
    );
  }

  /** @returns whether there was a live one */
  async end(userId: string, id: string, reason: EndReason): Promise<boolean> {
    const ended = await this.#end('id = $3', [userId, reason, id]);
    return ended.length > 0;
  }

  /** @returns the ids of those that were live */
  endAll(userId: string, reason: EndReason, except?: string): Promise<string[]> {
    return this.#end('id IS DISTINCT FROM $3', [userId, reason, except]);
  }

  async touch(id: string): Promise<void> {
    await this.database.run((manager) =>
      manager.query('UPDATE sessions SET last_used_at = now() WHERE id = $1', [id]),
    );
  }

  /** Deletes what has been over for a while, some at a time. @returns how many */
  async purge(afterDays: number, limit: number): Promise<number> {
    const [, count] = await this.database.run((manager) =>
      manager.query<[unknown[], number]>(
        `DELETE FROM sessions WHERE id IN (
           SELECT id FROM sessions WHERE least(expires_at, ended_at) < now() - make_interval(days => $1) LIMIT $2)`,
        [afterDays, limit],
      ),
    );
    return count;
  }

  async #end(condition: string, parameters: readonly unknown[]): Promise<string[]> {
    const [rows] = await this.database.run((manager) =>
      manager.query<[{ id: string }[], number]>(
        // Locked in one order, or two that end the same sessions could wait for each other.
        `UPDATE sessions SET ended_at = now(), ended_reason = $2
         WHERE id IN (SELECT id FROM sessions WHERE user_id = $1 AND ${IS_LIVE} AND ${condition} ORDER BY id FOR UPDATE)
         RETURNING id`,
        [...parameters],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

/** The user's row is locked: who changes the user at the same time either is seen here, or sees the session and ends it. */
async function insertSession(manager: EntityManager, session: NewSession): Promise<Role | undefined> {
  const { id, userId, passwordHash, expiresAt, origin, refreshTokenHash } = session;
  const [owner] = await manager.query<{ role: Role }[]>(
    `WITH owner AS (SELECT id, role FROM users WHERE id = $2 AND password_hash = $7 AND disabled_at IS NULL FOR SHARE),
          session AS (
            INSERT INTO sessions (id, user_id, expires_at, address, user_agent)
            SELECT $1, id, $3, $4, $5 FROM owner RETURNING id),
          token AS (INSERT INTO refresh_tokens (hash, session_id) SELECT $6, id FROM session)
     SELECT role FROM owner`,
    [id, userId, expiresAt, origin.address, origin.userAgent, refreshTokenHash, passwordHash],
  );
  return owner?.role;
}

async function endBeyond(manager: EntityManager, userId: string, maxLive: number): Promise<string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE sessions SET ended_at = now(), ended_reason = 'superseded'
     WHERE id IN (SELECT id FROM sessions
                  WHERE id IN (SELECT id FROM sessions WHERE user_id = $1 AND ${IS_LIVE}
                               ORDER BY last_used_at DESC, id OFFSET $2)
                  ORDER BY id FOR UPDATE)
     RETURNING id`,
    [userId, maxLive],
  );
  return rows.map(({ id }) => id);
}
