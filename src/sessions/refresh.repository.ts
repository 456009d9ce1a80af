import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Role } from '../common/context/index.js';
import { Database } from '../database/index.js';
import { judgeRefresh } from './judge-refresh.js';
import { newSuccessorSeed, type RefreshToken, successorOf } from './refresh-token.js';
import type { SessionOrigin } from './session.js';

/** More links than any client can add to a family within the grace. */
const MAX_LINKS = 100;

interface LockedSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly isLive: boolean;
}

interface UsedToken {
  readonly secondsSinceUse: number | null;
  readonly seed: Buffer | null;
}

export type RefreshOutcome =
  | { readonly verdict: 'refuse' }
  | { readonly verdict: 'reused'; readonly session: LockedSession }
  | { readonly verdict: 'rotate' | 'repeat'; readonly session: LockedSession; readonly token: RefreshToken };

/** The families of refresh tokens: of each, exactly one token is unused. */
@Injectable()
export class RefreshRepository {
  constructor(private readonly database: Database) {}

  /** All or nothing: who crashes in between can present the same token again. */
  exchange(token: RefreshToken, graceSeconds: number, origin: SessionOrigin): Promise<RefreshOutcome> {
    return this.database.transaction(async (manager) => {
      const session = await lockSessionOf(manager, token);
      if (!session) return { verdict: 'refuse' };
      const used = await find(manager, token);
      const verdict = judgeRefresh(used && { ...used, isLive: session.isLive }, graceSeconds);
      switch (verdict) {
        case 'refuse':
          return { verdict };
        case 'reused':
          await endFamily(manager, session);
          return { verdict, session };
        case 'rotate':
          return { verdict, session, token: await rotate(manager, session, token, graceSeconds, origin) };
        case 'repeat': {
          const last = await lastOfFamily(manager, token);
          return last ? { verdict, session, token: last } : { verdict: 'refuse' };
        }
      }
    });
  }
}

/** One refresh of a family at a time. The token is read after this, because it may change while we wait. */
async function lockSessionOf(
  manager: EntityManager,
  token: RefreshToken,
): Promise<LockedSession | undefined> {
  const [session] = await manager.query<LockedSession[]>(
    `SELECT s.id AS "sessionId", s.user_id AS "userId", u.role, s.expires_at AS "expiresAt",
            s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND u.disabled_at IS NULL AS "isLive"
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = (SELECT session_id FROM refresh_tokens WHERE hash = $1)
     FOR UPDATE OF s`,
    [token.hash],
  );
  return session;
}

async function find(manager: EntityManager, { hash }: RefreshToken): Promise<UsedToken | undefined> {
  const [row] = await manager.query<UsedToken[]>(
    `SELECT extract(epoch FROM clock_timestamp() - used_at)::float8 AS "secondsSinceUse", successor_seed AS seed
     FROM refresh_tokens WHERE hash = $1`,
    [hash],
  );
  return row;
}

async function rotate(
  manager: EntityManager,
  { sessionId }: LockedSession,
  token: RefreshToken,
  graceSeconds: number,
  { address, userAgent }: SessionOrigin,
): Promise<RefreshToken> {
  const seed = newSuccessorSeed();
  const successor = successorOf(token, seed);
  await manager.query(
    'UPDATE refresh_tokens SET used_at = clock_timestamp(), successor_seed = $2 WHERE hash = $1',
    [token.hash, seed],
  );
  await manager.query('INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)', [
    successor.hash,
    sessionId,
  ]);
  await manager.query(
    'UPDATE sessions SET last_used_at = clock_timestamp(), address = $2, user_agent = $3 WHERE id = $1',
    [sessionId, address, userAgent],
  );
  await forgetSeeds(manager, sessionId, graceSeconds);
  return successor;
}

/** After the grace a seed serves nobody. */
async function forgetSeeds(manager: EntityManager, sessionId: string, graceSeconds: number): Promise<void> {
  await manager.query(
    `UPDATE refresh_tokens SET successor_seed = NULL
     WHERE session_id = $1 AND successor_seed IS NOT NULL
       AND used_at < clock_timestamp() - make_interval(secs => $2)`,
    [sessionId, graceSeconds],
  );
}

/** Follows the seeds to the unused token: a faster tab may have refreshed twice meanwhile. */
async function lastOfFamily(manager: EntityManager, first: RefreshToken): Promise<RefreshToken | undefined> {
  let token = first;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const found = await find(manager, token);
    if (found?.secondsSinceUse === null) return token;
    if (!found?.seed) return undefined;
    token = successorOf(token, found.seed);
  }
  return undefined;
}

async function endFamily(manager: EntityManager, { sessionId }: LockedSession): Promise<void> {
  await manager.query(
    `UPDATE sessions SET ended_at = clock_timestamp(), ended_reason = 'refresh_reused' WHERE id = $1`,
    [sessionId],
  );
}
