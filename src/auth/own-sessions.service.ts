import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Principal } from '../common/context/index.js';
import { type Page, toPage } from '../common/paging/index.js';
import { SessionNotFoundError, type SessionOrigin, SessionsService } from '../sessions/index.js';
import { AccessTokenRequiredError } from './auth-errors.js';
import {
  positionOf,
  type SessionResponse,
  type SessionsQuery,
  toSessionResponse,
} from './sessions.schema.js';

const idSchema = z.uuid();

/** What people do with their own sessions. */
@Injectable()
export class OwnSessionsService {
  constructor(private readonly sessions: SessionsService) {}

  async list(principal: Principal, { limit, cursor }: SessionsQuery): Promise<Page<SessionResponse>> {
    const currentId = sessionIdOf(principal);
    const rows = await this.sessions.list(principal.userId, limit, cursor);
    return toPage(rows, limit, positionOf, (session) => toSessionResponse(session, currentId));
  }

  /** Can be repeated. */
  logout(principal: Principal, origin: SessionOrigin): Promise<void> {
    return this.sessions.logOut(principal.userId, sessionIdOf(principal), origin);
  }

  logoutAll(principal: Principal, origin: SessionOrigin): Promise<void> {
    return this.sessions.endAll(principal.userId, origin);
  }

  /** @throws SessionNotFoundError, also for what is no id */
  async end(principal: Principal, id: string, origin: SessionOrigin): Promise<void> {
    if (!idSchema.safeParse(id).success) throw new SessionNotFoundError();
    await this.sessions.end(principal.userId, id, 'ended_by_user', origin);
  }
}

function sessionIdOf({ credential }: Principal): string {
  if (credential.kind !== 'access_token') throw new AccessTokenRequiredError();
  return credential.sessionId;
}
