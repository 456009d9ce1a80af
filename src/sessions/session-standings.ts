import { Injectable } from '@nestjs/common';

import { RecentMap } from '../common/collections/index.js';
import type { Role } from '../common/context/index.js';

const MAX_SESSIONS = 20_000;
/** Until then nobody asks again; from then on somebody asks while requests go on. */
const FRESH_MS = 30_000;
/** After this, a request waits until somebody has asked again. */
const STALE_MS = 60_000;
/** A token with another role than we know: somebody may have changed it a moment ago. */
const ROLE_FRESH_MS = 5_000;
/** After a question that PostgreSQL could not answer. */
const ASK_AGAIN_MS = 5_000;

interface Standing {
  readonly userId: string;
  readonly role: Role | undefined;
  readonly isLive: boolean;
  /** `performance.now()` of what we know. */
  readonly askedAt: number;
}

/** What a token claims of its session. */
export interface ClaimedSession {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
}

/** `ageing`: live, but to be asked for in the background. `unknown`: to be asked for before the answer. */
export type Knowledge = 'live' | 'ageing' | 'dead' | 'unknown';

/** What this replica knows of sessions, without any I/O: every request looks here. */
@Injectable()
export class SessionStandings {
  readonly #standings = new RecentMap<string, Standing>(MAX_SESSIONS);
  #changes = 0;

  know({ id, role }: ClaimedSession): Knowledge {
    const standing = this.#standings.get(id);
    if (!standing) return 'unknown';
    if (!standing.isLive) return 'dead';
    const age = performance.now() - standing.askedAt;
    // A token with a former role is as bad as one of an ended session: the next refresh brings a better one.
    if (standing.role !== role) return age <= ROLE_FRESH_MS ? 'dead' : 'unknown';
    if (age <= FRESH_MS) return 'live';
    return age <= STALE_MS ? 'ageing' : 'unknown';
  }

  /** Whether the session was live when last asked for, however long ago. */
  wasLive({ id, role }: ClaimedSession): boolean {
    const standing = this.#standings.get(id);
    return standing?.isLive === true && standing.role === role;
  }

  isFresh(ageMs: number): boolean {
    return ageMs <= FRESH_MS;
  }

  /** To be taken before a question: an answer that was overtaken by a change is not kept. */
  get changes(): number {
    return this.#changes;
  }

  /** @returns whether it is worth remembering: no change has overtaken it */
  rememberLive(session: ClaimedSession, ageMs = 0, changes = this.#changes): boolean {
    if (changes !== this.#changes || this.isDead(session.id)) return false;
    const { id, userId, role } = session;
    this.#standings.set(id, { userId, role, isLive: true, askedAt: performance.now() - ageMs });
    return true;
  }

  /** An ended session never comes back, so that this outlasts every answer under way. */
  rememberDead(id: string, userId: string): void {
    this.#standings.set(id, { userId, role: undefined, isLive: false, askedAt: performance.now() });
  }

  /** Nobody could be asked: what is known goes on for a while. */
  postpone(id: string): void {
    const standing = this.#standings.get(id);
    if (!standing?.isLive) return;
    const askedAt = performance.now() - FRESH_MS + ASK_AGAIN_MS;
    this.#standings.set(id, { ...standing, askedAt: Math.max(standing.askedAt, askedAt) });
  }

  forgetUser(userId: string): void {
    this.#changes += 1;
    this.#standings.deleteWhere((standing) => standing.userId === userId);
  }

  /** Changes may have been missed: everything has to be asked for again. */
  doubtAll(): void {
    this.#changes += 1;
    this.#standings.updateWhere(
      ({ isLive }) => isLive,
      (standing) => ({ ...standing, askedAt: Number.NEGATIVE_INFINITY }),
    );
  }

  isDead(id: string): boolean {
    return this.#standings.get(id)?.isLive === false;
  }
}
