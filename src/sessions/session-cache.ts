import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { ROLES } from '../common/context/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { RedisConnection, RedisUnavailableError } from '../redis/index.js';
import type { ClaimedSession } from './session-standings.js';

/** Beyond this a user's entry begins anew: it must not grow for as long as it is used. */
const MAX_FIELDS = 500;
const ENDED = 'ended';
/** Says that the entry has begun anew: without the former ends, nothing good in it is to be believed. */
const CUT = 'cut';

const liveSchema = z.strictObject({ role: z.enum(ROLES), asked_at: z.int() });

export type CachedSession =
  | { readonly isLive: false }
  /** `ageMs`: since PostgreSQL said so. */
  | { readonly isLive: true; readonly role: (typeof ROLES)[number]; readonly ageMs: number };

/**
 * What PostgreSQL said of sessions, for all replicas: one hash for each user, under the configured
 * `session:{user_id}`. Redis down must not take anything down: a miss is always a correct answer.
 */
@Injectable()
export class SessionCache {
  readonly #strategy: AppConfig['cache']['cache_strategies']['user_sessions'];

  constructor(
    @InjectConfig('cache') config: AppConfig['cache'],
    private readonly redis: RedisConnection,
  ) {
    this.#strategy = config.cache_strategies.user_sessions;
  }

  async find({ id, userId }: ClaimedSession): Promise<CachedSession | undefined> {
    const fields = await this.#attempt((client, key) => client.hmget(key, endedField(id), CUT, id), userId);
    const [ended, cut, live] = fields ?? [];
    if (ended) return { isLive: false };
    return live && !cut ? readLive(live) : undefined;
  }

  async keep({ id, userId, role }: ClaimedSession): Promise<void> {
    await this.#write(userId, { [id]: JSON.stringify({ role, asked_at: Date.now() }) });
  }

  /** In a field of its own, which no late writer of good news replaces. */
  async keepEnded(userId: string, ids: readonly string[]): Promise<void> {
    await this.#write(userId, Object.fromEntries(ids.map((id) => [endedField(id), ENDED])));
  }

  async forget(userId: string): Promise<void> {
    await this.#attempt((client, key) => client.del(key), userId);
  }

  async #write(userId: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const results = await this.#attempt(
      (client, key) => client.multi().hset(key, fields).expire(key, this.#strategy.ttl).hlen(key).exec(),
      userId,
    );
    const count = results?.[2]?.[1];
    if (typeof count === 'number' && count > MAX_FIELDS) await this.#cut(userId);
  }

  /** Not only forgotten: who asked PostgreSQL before a session ended may still be about to write that it is live. */
  async #cut(userId: string): Promise<void> {
    await this.#attempt(
      (client, key) => client.multi().del(key).hset(key, CUT, CUT).expire(key, this.#strategy.ttl).exec(),
      userId,
    );
  }

  async #attempt<T>(
    work: (client: NonNullable<RedisConnection['client']>, key: string) => Promise<T>,
    userId: string,
  ): Promise<T | undefined> {
    const key = this.redis.key(this.#strategy.key_pattern.replaceAll('{user_id}', userId));
    try {
      return await this.redis.run((client) => work(client, key));
    } catch (error) {
      if (error instanceof RedisUnavailableError) return undefined;
      throw error;
    }
  }
}

function endedField(id: string): string {
  return `${ENDED}:${id}`;
}

/** What cannot be read is a miss, whoever wrote it. */
function readLive(text: string): CachedSession | undefined {
  try {
    const { role, asked_at } = liveSchema.parse(JSON.parse(text));
    return { isLive: true, role, ageMs: Math.max(0, Date.now() - asked_at) };
  } catch {
    return undefined;
  }
}
