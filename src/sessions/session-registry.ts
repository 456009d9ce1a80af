import { Injectable } from '@nestjs/common';

import type { EndReason } from './session.js';
import { SessionEvents } from './session-events.js';
import { SessionsRepository } from './sessions.repository.js';

export interface EndAllOptions {
  readonly reason: EndReason;
  /** The id of a session that goes on, such as the caller's own. */
  readonly except?: string | undefined;
}

/** For whoever changes a user: what becomes of the user's sessions, on every replica. */
@Injectable()
export class SessionRegistry {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly events: SessionEvents,
  ) {}

  /**
   * Ends the user's sessions: their tokens stop working, here at once and elsewhere within a second.
   * @returns how many there were
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  async endAllOf(userId: string, { reason, except }: EndAllOptions): Promise<number> {
    const ids = await this.sessions.endAll(userId, reason, except);
    await this.events.allEnded(userId, ids);
    return ids.length;
  }

  /** The user's role or state has changed, and is committed: nobody may go on with what they knew of it. */
  userChanged(userId: string): Promise<void> {
    return this.events.userChanged(userId);
  }
}
