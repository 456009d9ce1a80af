import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';

import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import { EventBus, RedisConnection } from '../../src/redis/index.js';
import {
  type ClaimedSession,
  RefreshService,
  SessionCheck,
  SessionRegistry,
  SessionsModule,
  SessionsService,
} from '../../src/sessions/index.js';
import { type User, UsersModule, UsersService } from '../../src/users/index.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const ORIGIN = { address: '192.0.2.7', userAgent: 'a browser', requestId: 'r-1' };

let testDatabase: TestDatabase;
let redis: OwnServer;
let modules: TestingModule[] = [];

async function startReplica(): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: testDatabase.url, REDIS_URL: redis.url });
  const imports = [ConfigModule.register(config), UsersModule, SessionsModule];
  const module = await (await Test.createTestingModule({ imports }).compile()).init();
  modules = [...modules, module];
  await module.get(Database).whenReady();
  await waitFor(() => module.get(RedisConnection).isUp, 'Redis is up');
  return module;
}

beforeAll(async () => {
  [testDatabase, redis] = await Promise.all([createTestDatabase(), startRedis()]);
});
afterEach(async () => {
  await Promise.all(modules.splice(0).map((module) => module.close()));
});
afterAll(async () => {
  await redis.close();
  await testDatabase.drop();
});

function newUser(replica: TestingModule, role: User['role'] = 'user'): Promise<User> {
  const email = `${randomUUID()}@iris.example.com`;
  return replica.get(UsersService).create({ email, password: 'violet umbrella on a tall shelf', role });
}

async function logIn(replica: TestingModule, user: User): Promise<ClaimedSession> {
  const granted = await replica.get(SessionsService).start(user, ORIGIN);
  return { id: granted?.sessionId ?? '', userId: user.id, role: granted?.user.role ?? 'user' };
}

function query<Row>(replica: TestingModule, sql: string, ...parameters: unknown[]): Promise<Row[]> {
  return replica.get(Database).run((manager) => manager.query<Row[]>(sql, parameters));
}

const check = (replica: TestingModule, session: ClaimedSession): boolean | Promise<boolean> =>
  replica.get(SessionCheck).isLive(session);

describe('a login', () => {
  it('brings the role that the user has when the session begins, not when the password was compared', async () => {
    const replica = await startReplica();
    const admin = await newUser(replica, 'admin');
    await query(replica, "UPDATE users SET role = 'user' WHERE id = $1", admin.id);
    const granted = await replica.get(SessionsService).start(admin, ORIGIN);
    expect(granted?.user).toEqual({ id: admin.id, role: 'user' });
    const session = { id: granted?.sessionId ?? '', userId: admin.id };
    expect(check(replica, { ...session, role: 'admin' })).toBe(false);
  });
});

describe('a change of a user', () => {
  it('is not undone by an answer from before it, whoever waits for that and whoever reads Redis', async () => {
    const replica = await startReplica();
    const user = await newUser(replica);
    const session = await logIn(await startReplica(), user);
    const client = replica.get(RedisConnection).client;
    await client?.del(`iris:api_gateway:session:${user.id}`);
    const repository = replica.get(Database);
    // The answer of PostgreSQL is on its way while the user is disabled.
    const [asked, mayAnswer] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const run = repository.run.bind(repository);
    repository.run = async (work) => {
      const answer = await run(work);
      repository.run = run;
      asked.resolve(undefined);
      await mayAnswer.promise;
      return answer;
    };
    const before = check(replica, session);
    await asked.promise;
    await query(replica, 'UPDATE users SET disabled_at = now() WHERE id = $1', user.id);
    await replica.get(SessionRegistry).userChanged(user.id);
    const after = check(replica, session);
    mayAnswer.resolve(undefined);
    await before;
    await expect(after).resolves.toBe(false);
    expect(await client?.hget(`iris:api_gateway:session:${user.id}`, session.id)).toBeNull();
  });
});

describe('a Redis that comes late', () => {
  it('finds replicas that may have missed something', async () => {
    await redis.stop();
    const config = testConfig({ DATABASE_URL: testDatabase.url, REDIS_URL: redis.url });
    const imports = [ConfigModule.register(config), UsersModule, SessionsModule];
    const replica = await (await Test.createTestingModule({ imports }).compile()).init();
    modules = [...modules, replica];
    let gaps = 0;
    replica.get(EventBus).onGap(() => (gaps += 1));
    await replica.get(Database).whenReady();
    const session = await logIn(replica, await newUser(replica));
    await query(
      replica,
      "UPDATE sessions SET ended_at = now(), ended_reason = 'logout' WHERE id = $1",
      session.id,
    );
    expect(check(replica, session)).toBe(true);
    await redis.start();
    await waitFor(() => gaps === 1, 'the gap is noticed', 8_000);
    await expect(check(replica, session)).resolves.toBe(false);
  });
});

describe('a refresh token that is refused', () => {
  it('is on record, without its text', async () => {
    const replica = await startReplica();
    const text = `iris_refresh_${'A'.repeat(43)}`;
    const origin = { ...ORIGIN, requestId: randomUUID() };
    await expect(replica.get(RefreshService).refresh(text, origin)).rejects.toThrow();
    const entries = (): Promise<object[]> =>
      query(replica, 'SELECT action, details FROM audit_log WHERE request_id = $1', origin.requestId);
    await waitFor(async () => (await entries()).length > 0, 'it is stored');
    expect(await entries()).toEqual([
      { action: 'access.denied', details: { code: 'INVALID_REFRESH_TOKEN' } },
    ]);
  });
});
