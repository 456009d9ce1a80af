import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';

import { ConfigModule } from '../../src/config/index.js';
import { Database, DatabaseUnavailableError } from '../../src/database/index.js';
import { RedisConnection } from '../../src/redis/index.js';
import {
  type ClaimedSession,
  SessionCheck,
  SessionRegistry,
  SessionsModule,
  SessionsService,
} from '../../src/sessions/index.js';
import { type User, UsersModule, UsersService } from '../../src/users/index.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const ORIGIN = { address: '192.0.2.7', userAgent: 'a browser', requestId: 'r-1' };

const ONLY_PERFORMANCE: Parameters<typeof jest.useFakeTimers>[0] = {
  doNotFake: [
    'Date',
    'hrtime',
    'nextTick',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ],
};

let postgres: OwnServer;
let redis: OwnServer;
let modules: TestingModule[] = [];
let user: User;

/** A replica that has seen nothing yet. */
async function startReplica(redisUrl = redis.url): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: postgres.url, REDIS_URL: redisUrl });
  const imports = [ConfigModule.register(config), UsersModule, SessionsModule];
  const module = await (await Test.createTestingModule({ imports }).compile()).init();
  modules = [...modules, module];
  await module.get(Database).whenReady();
  if (redisUrl) await waitFor(() => module.get(RedisConnection).isUp, 'Redis is up');
  return module;
}

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
});
beforeEach(() => {
  // Only the clock: what waits for servers must go on.
  jest.useFakeTimers(ONLY_PERFORMANCE);
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(modules.splice(0).map((module) => module.close()));
});
afterAll(() => Promise.all([postgres.close(), redis.close()]));

const pass = (seconds: number): void => {
  jest.advanceTimersByTime(seconds * 1000);
};

async function logIn(replica: TestingModule): Promise<ClaimedSession> {
  const email = `${randomUUID()}@iris.example.com`;
  user = await replica
    .get(UsersService)
    .create({ email, password: 'violet umbrella on a tall shelf', role: 'user' });
  const granted = await replica.get(SessionsService).start(user, ORIGIN);
  return { id: granted?.sessionId ?? '', userId: user.id, role: 'user' };
}

const check = (replica: TestingModule, session: ClaimedSession): boolean | Promise<boolean> =>
  replica.get(SessionCheck).isLive(session);

/** As somebody would who can tell nobody. */
async function endSilently(replica: TestingModule, { id }: ClaimedSession): Promise<void> {
  await replica
    .get(Database)
    .run((manager) =>
      manager.query("UPDATE sessions SET ended_at = now(), ended_reason = 'logout' WHERE id = $1", [id]),
    );
}

describe('SessionCheck', () => {
  it('knows a session without any I/O from its login on', async () => {
    const replica = await startReplica();
    const session = await logIn(replica);
    expect(check(replica, session)).toBe(true);
    await replica.get(SessionsService).end(user.id, session.id, 'logout', ORIGIN);
    expect(check(replica, session)).toBe(false);
  });

  it('asks PostgreSQL for a session that it meets', async () => {
    const replica = await startReplica('');
    const session = await logIn(replica);
    const other = await startReplica('');
    await expect(check(other, session)).resolves.toBe(true);
    expect(check(other, session)).toBe(true);
    await expect(check(other, { ...session, id: randomUUID() })).resolves.toBe(false);
    expect(check(other, { ...session, role: 'admin' })).toBe(false);
    pass(6);
    // Somebody may have made the user an administrator meanwhile.
    await expect(check(other, { ...session, role: 'admin' })).resolves.toBe(false);
  });

  it('hears of the other replicas that a session or all of them have ended', async () => {
    const [replica, other] = [await startReplica(), await startReplica()];
    const [one, two] = [await logIn(replica), await logIn(replica)];
    await Promise.all([check(other, one), check(other, two)]);
    await replica.get(SessionRegistry).endAllOf(two.userId, { reason: 'user_disabled' });
    await waitFor(() => check(other, two) === false, 'the other replica has heard', 1_000);
    expect(check(other, one)).toBe(true);
  });

  it('asks again for a user who has changed', async () => {
    const [replica, other] = [await startReplica(), await startReplica()];
    const session = await logIn(replica);
    await check(other, session);
    await replica
      .get(Database)
      .run((manager) => manager.query('UPDATE users SET disabled_at = now() WHERE id = $1', [user.id]));
    await replica.get(SessionRegistry).userChanged(user.id);
    await expect(check(replica, session)).resolves.toBe(false);
    await waitFor(async () => !(await check(other, session)), 'the other replica has heard', 1_000);
  });

  it('finds within a minute what it was not told', async () => {
    const replica = await startReplica('');
    const session = await logIn(replica);
    await endSilently(replica, session);
    pass(29);
    expect(check(replica, session)).toBe(true);
    pass(2);
    // In the background, while requests go on.
    expect(check(replica, session)).toBe(true);
    await waitFor(() => check(replica, session) === false, 'the background question is answered');
    const idle = await logIn(replica);
    await endSilently(replica, idle);
    pass(61);
    await expect(check(replica, idle)).resolves.toBe(false);
  });

  it('doubts what another replica said long ago, as long as PostgreSQL can be asked', async () => {
    const replica = await startReplica();
    const session = await logIn(replica);
    const key = `iris:api_gateway:session:${user.id}`;
    const old = JSON.stringify({ role: 'user', asked_at: Date.now() - 600_000 });
    await replica.get(RedisConnection).client?.hset(key, session.id, old);
    await endSilently(replica, session);
    await expect(check(await startReplica(), session)).resolves.toBe(false);
  });

  it('believes nothing good of an entry in Redis that was cut, because who ended may be missing there', async () => {
    const replica = await startReplica();
    const [session, live] = [await logIn(replica), JSON.stringify({ role: 'user', asked_at: Date.now() })];
    const key = `iris:api_gateway:session:${user.id}`;
    const client = replica.get(RedisConnection).client!;
    await replica.get(SessionsService).end(user.id, session.id, 'logout', ORIGIN);
    await client.hset(key, Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`old ${i}`, 'x'])));
    await replica.get(SessionsService).start(user, ORIGIN);
    expect(await client.hlen(key)).toBe(1);
    // Somebody has asked before the end, and writes only now.
    await client.hset(key, session.id, live);
    await expect(check(await startReplica(), session)).resolves.toBe(false);
  });

  it('asks again for all sessions of a user when all are ended: an attempt may have ended some that nobody heard of', async () => {
    const [replica, other] = [await startReplica(), await startReplica()];
    const session = await logIn(replica);
    const granted = await replica.get(SessionsService).start(user, ORIGIN);
    const own = { ...session, id: granted?.sessionId ?? '' };
    await Promise.all([check(other, session), check(other, own)]);
    await endSilently(replica, session);
    expect(check(other, session)).toBe(true);
    const registry = replica.get(SessionRegistry);
    await expect(registry.endAllOf(user.id, { reason: 'password_changed', except: own.id })).resolves.toBe(0);
    await waitFor(async () => !(await check(other, session)), 'the other replica has heard', 1_000);
    expect(await check(other, own)).toBe(true);
  });

  it('is not confused by what somebody else wrote into Redis', async () => {
    const replica = await startReplica();
    const session = await logIn(replica);
    await replica.get(RedisConnection).client?.set(`iris:api_gateway:session:${user.id}`, 'garbage');
    await expect(check(await startReplica(), session)).resolves.toBe(true);
  });
});

describe('SessionCheck › when servers fail', () => {
  it('goes on with what it knows while PostgreSQL is down, and refuses nobody for it', async () => {
    const [replica, other, blind] = [await startReplica(), await startReplica(), await startReplica('')];
    const session = await logIn(replica);
    await postgres.stop();
    try {
      pass(61);
      await expect(check(replica, session)).resolves.toBe(true);
      expect(check(replica, session)).toBe(true);
      await expect(check(other, session)).resolves.toBe(true);
      await expect(check(blind, session)).rejects.toThrow(DatabaseUnavailableError);
    } finally {
      await postgres.start();
    }
  });

  it('does not wait for a PostgreSQL that hangs', async () => {
    const replica = await startReplica('');
    const session = await logIn(replica);
    await postgres.pause();
    try {
      pass(61);
      const startedAt = Date.now();
      await expect(check(replica, session)).resolves.toBe(true);
      expect(Date.now() - startedAt).toBeLessThan(1_500);
      expect(check(replica, session)).toBe(true);
    } finally {
      await postgres.resume();
    }
  });

  it('asks PostgreSQL while Redis hangs, soon without waiting for Redis', async () => {
    const replica = await startReplica();
    const sessions = [await logIn(replica), await logIn(replica), await logIn(replica), await logIn(replica)];
    const other = await startReplica();
    await redis.pause();
    try {
      for (const session of sessions) await expect(check(other, session)).resolves.toBe(true);
    } finally {
      await redis.resume();
    }
  });

  it('looks again when events may have been missed', async () => {
    const replica = await startReplica();
    const session = await logIn(replica);
    await redis.stop();
    await endSilently(replica, session);
    expect(check(replica, session)).toBe(true);
    await redis.start();
    await waitFor(async () => !(await check(replica, session)), 'the gap is noticed', 8_000);
  });
});
