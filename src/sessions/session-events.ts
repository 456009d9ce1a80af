import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { EventBus } from '../redis/index.js';
import { SessionCache } from './session-cache.js';
import { SessionStandings } from './session-standings.js';

const SESSION_ENDED = 'session.ended';
const USER_CHANGED = 'user.changed';

const sessionEndedSchema = z.object({ user_id: z.string(), session_ids: z.array(z.string()) });
const userChangedSchema = z.object({ user_id: z.string() });

/** Tells all replicas what PostgreSQL has committed, and hears it from them. */
@Injectable()
export class SessionEvents {
  constructor(
    private readonly bus: EventBus,
    private readonly cache: SessionCache,
    private readonly standings: SessionStandings,
  ) {
    bus.subscribe(SESSION_ENDED, (payload) => {
      this.#hearEnded(payload);
    });
    bus.subscribe(USER_CHANGED, (payload) => {
      this.#hearChanged(payload);
    });
    bus.onGap(() => {
      standings.doubtAll();
    });
  }

  async ended(userId: string, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    await Promise.all([
      this.bus.publish(SESSION_ENDED, { user_id: userId, session_ids: sessionIds }),
      this.cache.keepEnded(userId, sessionIds),
    ]);
  }

  /** An attempt that was answered 503 may have been carried out after that: more are over than these, and nobody knows. */
  async allEnded(userId: string, sessionIds: readonly string[]): Promise<void> {
    // First, because it also makes everybody forget which sessions have ended.
    await this.userChanged(userId);
    await this.ended(userId, sessionIds);
  }

  async userChanged(userId: string): Promise<void> {
    // First the cache: whoever hears the event must not find the old state there.
    await this.cache.forget(userId);
    await this.bus.publish(USER_CHANGED, { user_id: userId });
  }

  #hearEnded(payload: unknown): void {
    const event = sessionEndedSchema.safeParse(payload);
    if (!event.success) return;
    for (const id of event.data.session_ids) this.standings.rememberDead(id, event.data.user_id);
  }

  #hearChanged(payload: unknown): void {
    const event = userChangedSchema.safeParse(payload);
    if (event.success) this.standings.forgetUser(event.data.user_id);
  }
}
