import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { newRefreshToken, parseRefreshToken } from './refresh-token.js';
import {
  type EndReason,
  type GrantedSession,
  type Session,
  type SessionOrigin,
  shortened,
} from './session.js';
import { SessionCheck } from './session-check.js';
import { SessionNotFoundError } from './session-errors.js';
import { SessionEvents } from './session-events.js';
import { type SessionPosition, SessionsRepository } from './sessions.repository.js';

const DAY_MS = 86_400_000;
/** Of one user. A client that logs in without end must not fill the table. */
const MAX_LIVE_SESSIONS = 100;

/** Sessions from login to logout. Errors: DatabaseUnavailableError and DatabaseBusyError, everywhere. */
@Injectable()
export class SessionsService {
  readonly #lifetimeMs: number;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly check: SessionCheck,
    private readonly events: SessionEvents,
    private readonly audit: AuditLog,
    @InjectConfig('auth') config: AppConfig['auth'],
  ) {
    this.#lifetimeMs = config.jwt_refresh_token_expire_days * DAY_MS;
  }

  /** @returns undefined when the user has been disabled or deleted meanwhile, or has another password */
  async start(
    user: { readonly id: string; readonly passwordHash: string },
    origin: SessionOrigin,
  ): Promise<GrantedSession | undefined> {
    const id = randomUUID();
    const token = newRefreshToken();
    const expiresAt = new Date(Date.now() + this.#lifetimeMs);
    const inserted = await this.sessions.insert(
      {
        id,
        userId: user.id,
        passwordHash: user.passwordHash,
        expiresAt,
        origin: shortened(origin),
        refreshTokenHash: token.hash,
      },
      MAX_LIVE_SESSIONS,
    );
    if (!inserted) return undefined;
    const { role, superseded } = inserted;
    await this.events.ended(user.id, superseded);
    await this.check.noteGranted({ id, userId: user.id, role });
    return { sessionId: id, user: { id: user.id, role }, refreshToken: token.text, expiresAt };
  }

  list(userId: string, limit: number, after?: SessionPosition): Promise<Session[]> {
    return this.sessions.list(userId, limit, after);
  }

  /** @throws SessionNotFoundError, for those of others as well */
  async end(userId: string, id: string, reason: EndReason, origin: SessionOrigin): Promise<void> {
    if (!(await this.sessions.end(userId, id, reason))) {
      // An attempt that was answered 503 may have been carried out after that: it is over, and nobody knows.
      await this.events.userChanged(userId);
      throw new SessionNotFoundError();
    }
    await this.events.ended(userId, [id]);
    await this.audit.record({
      action: 'session.ended',
      actorId: userId,
      subject: `session:${id}`,
      address: origin.address,
      requestId: origin.requestId,
      details: { reason },
    });
  }

  /** Can be repeated: a session that is over already is what was asked for. */
  async logOut(userId: string, id: string, origin: SessionOrigin): Promise<void> {
    try {
      await this.end(userId, id, 'logout', origin);
    } catch (error) {
      if (!(error instanceof SessionNotFoundError)) throw error;
    }
  }

  /** @param refreshToken whichever of the session, used or not; another one is nobody's, and nothing is to be done */
  async logOutByToken(refreshToken: string, origin: SessionOrigin): Promise<void> {
    const token = parseRefreshToken(refreshToken);
    const session = token && (await this.sessions.findOfToken(token.hash));
    if (session) await this.logOut(session.userId, session.id, origin);
  }

  async endAll(userId: string, origin: SessionOrigin): Promise<void> {
    const ids = await this.sessions.endAll(userId, 'logout_all');
    await this.events.allEnded(userId, ids);
    await this.audit.record({
      action: 'session.all_ended',
      actorId: userId,
      subject: `user:${userId}`,
      address: origin.address,
      requestId: origin.requestId,
      details: { sessions: ids.length },
    });
  }
}
