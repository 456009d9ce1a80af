import { Injectable } from '@nestjs/common';

import { answerWithin, NoAnswerError } from '../common/timing/index.js';
import { DatabaseBusyError, DatabaseUnavailableError } from '../database/index.js';
import { type CachedSession, SessionCache } from './session-cache.js';
import { type ClaimedSession, SessionStandings } from './session-standings.js';
import { type SessionState, SessionsRepository } from './sessions.repository.js';

/** How long a request with a token known before waits for PostgreSQL to confirm it. */
const PATIENCE_MS = 500;
/** Use is noted this often, and not with every request. */
const TOUCH_EVERY_MS = 300_000;

/** Whether the tokens of a session are still good. */
@Injectable()
export class SessionCheck {
  readonly #questions = new Map<string, Promise<boolean>>();

  constructor(
    private readonly standings: SessionStandings,
    private readonly cache: SessionCache,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * At once for a session that this replica knows: no request on the data path waits for any I/O.
   * @returns a promise when somebody has to be asked; it rejects with DatabaseUnavailableError or DatabaseBusyError
   * when nobody can say, because that is no reason to refuse anybody's token
   */
  isLive(session: ClaimedSession): boolean | Promise<boolean> {
    switch (this.standings.know(session)) {
      case 'live':
        return true;
      case 'dead':
        return false;
      case 'ageing':
        this.#askInBackground(session);
        return true;
      case 'unknown':
        return this.standings.wasLive(session) ? this.#confirm(session) : this.#meet(session);
    }
  }

  /** A session that has just been granted. */
  async noteGranted(session: ClaimedSession): Promise<void> {
    if (this.standings.rememberLive(session)) await this.cache.keep(session);
  }

  /** Known, but not asked for lately. When nobody can say, what was known holds until the token expires. */
  async #confirm(session: ClaimedSession): Promise<boolean> {
    try {
      return await answerWithin(PATIENCE_MS, this.#ask(session));
    } catch (error) {
      if (!isOutage(error)) throw error;
      this.standings.postpone(session.id);
      return this.standings.wasLive(session);
    }
  }

  /** Never seen here: another replica may have asked lately, and knows it while PostgreSQL is down. */
  async #meet(session: ClaimedSession): Promise<boolean> {
    const { changes } = this.standings;
    const cached = await this.cache.find(session);
    if (cached?.isLive === false) return this.#bury(session);
    if (cached && this.standings.isFresh(cached.ageMs)) return this.#trust(session, cached, changes);
    try {
      return await this.#ask(session);
    } catch (error) {
      if (cached && isOutage(error)) return this.#trust(session, cached, changes);
      throw error;
    }
  }

  #trust(session: ClaimedSession, cached: CachedSession & { isLive: true }, changes: number): boolean {
    this.standings.rememberLive({ ...session, role: cached.role }, cached.ageMs, changes);
    return cached.role === session.role && !this.standings.isDead(session.id);
  }

  #bury({ id, userId }: ClaimedSession): false {
    this.standings.rememberDead(id, userId);
    return false;
  }

  #askInBackground(session: ClaimedSession): void {
    this.#ask(session).catch(() => {
      this.standings.postpone(session.id);
    });
  }

  /** However many requests wait for the answer, it is asked for once; but nobody joins a question from before a change. */
  #ask(session: ClaimedSession): Promise<boolean> {
    const { changes } = this.standings;
    const key = `${session.id} ${session.role} ${changes}`;
    const pending =
      this.#questions.get(key) ??
      this.#askDatabase(session, changes).finally(() => this.#questions.delete(key));
    this.#questions.set(key, pending);
    return pending;
  }

  async #askDatabase(session: ClaimedSession, changes: number): Promise<boolean> {
    const state = await this.sessions.findState(session.id, session.userId);
    if (!state?.isLive) return this.#bury(session);
    const current = { ...session, role: state.role };
    if (this.standings.rememberLive(current, 0, changes)) await this.cache.keep(current);
    this.#noteUse(session.id, state);
    return state.role === session.role && !this.standings.isDead(session.id);
  }

  #noteUse(id: string, { lastUsedAt }: SessionState): void {
    if (Date.now() - lastUsedAt.getTime() < TOUCH_EVERY_MS) return;
    // Nothing depends on it: the next answer of PostgreSQL brings the next chance.
    this.sessions.touch(id).catch(() => undefined);
  }
}

function isOutage(error: unknown): boolean {
  return (
    error instanceof NoAnswerError ||
    error instanceof DatabaseUnavailableError ||
    error instanceof DatabaseBusyError
  );
}
