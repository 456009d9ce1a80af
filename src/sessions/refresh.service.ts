import { Injectable } from '@nestjs/common';

import { type AuditAction, AuditLog } from '../audit/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { type RefreshOutcome, RefreshRepository } from './refresh.repository.js';
import { parseRefreshToken } from './refresh-token.js';
import { type GrantedSession, type SessionOrigin, shortened } from './session.js';
import { SessionCheck } from './session-check.js';
import { InvalidRefreshTokenError } from './session-errors.js';
import { SessionEvents } from './session-events.js';

/** Exchanges a refresh token for the next one of its family. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly families: RefreshRepository,
    private readonly check: SessionCheck,
    private readonly events: SessionEvents,
    private readonly audit: AuditLog,
    @InjectConfig('auth') private readonly config: AppConfig['auth'],
  ) {}

  /** @throws InvalidRefreshTokenError, DatabaseUnavailableError, DatabaseBusyError */
  async refresh(text: string, origin: SessionOrigin): Promise<GrantedSession> {
    const outcome = await this.#exchange(text, origin);
    if (outcome.verdict === 'refuse') throw this.#refusal(origin);
    const { sessionId, userId, role, expiresAt } = outcome.session;
    if (outcome.verdict === 'reused') {
      await this.events.ended(userId, [sessionId]);
      await this.#record('session.refresh_reused', outcome.session, origin);
      throw new InvalidRefreshTokenError();
    }
    await this.check.noteGranted({ id: sessionId, userId, role });
    if (outcome.verdict === 'rotate') await this.#record('session.refreshed', outcome.session, origin);
    return { sessionId, user: { id: userId, role }, refreshToken: outcome.token.text, expiresAt };
  }

  #exchange(text: string, origin: SessionOrigin): RefreshOutcome | Promise<RefreshOutcome> {
    const token = parseRefreshToken(text);
    if (!token) return { verdict: 'refuse' };
    return this.families.exchange(token, this.config.refresh_reuse_grace_seconds, shortened(origin));
  }

  /** Put on record, and not awaited: whoever is refused need not wait for that. */
  #refusal({ address, requestId }: SessionOrigin): InvalidRefreshTokenError {
    const error = new InvalidRefreshTokenError();
    void this.audit.record({ action: 'access.denied', address, requestId, details: { code: error.code } });
    return error;
  }

  #record(
    action: AuditAction,
    { sessionId, userId }: { sessionId: string; userId: string },
    { address, requestId }: SessionOrigin,
  ): Promise<void> {
    // Of a reused token nobody knows who presented it.
    const actorId = action === 'session.refreshed' ? userId : undefined;
    const details = actorId === undefined ? { user_id: userId } : {};
    return this.audit.record({
      action,
      actorId,
      subject: `session:${sessionId}`,
      address,
      requestId,
      details,
    });
  }
}
