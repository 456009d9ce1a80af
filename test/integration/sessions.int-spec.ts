import '../support/quiet-nest.js';

import { createHash, randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Redis } from 'ioredis';

import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import { RedisConnection } from '../../src/redis/index.js';
import {
  type GrantedSession,
  InvalidRefreshTokenError,
  RefreshService,
  SessionNotFoundError,
  SessionRegistry,
  SessionsModule,
  type SessionOrigin,
  SessionsService,
} from '../../src/sessions/index.js';
import { type User, UsersModule, UsersService } from '../../src/users/index.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const ORIGIN: SessionOrigin = { address: '192.0.2.7', userAgent: 'a browser', requestId: 'r-1' };
const GRACE_SECONDS = 5;

let testDatabase: TestDatabase;
let redisUrl: string;
let module: TestingModule;
let database: Database;
let sessions: SessionsService;
let refreshes: RefreshService;
let user: User;

async function startModule(): Promise<TestingModule> {
  const config = testConfig({
    DATABASE_URL: testDatabase.url,
    REDIS_URL: redisUrl,
    IRIS__auth__refresh_reuse_grace_seconds: String(GRACE_SECONDS),
  });
  const imports = [ConfigModule.register(config), UsersModule, SessionsModule];
  const started = await (await Test.createTestingModule({ imports }).compile()).init();
  await started.get(Database).whenReady();
  await waitFor(() => started.get(RedisConnection).isUp, 'Redis is up');
  return started;
}

beforeAll(async () => {
  [testDatabase, redisUrl] = await Promise.all([createTestDatabase(), testRedisUrl()]);
  module = await startModule();
  database = module.get(Database);
  sessions = module.get(SessionsService);
  refreshes = module.get(RefreshService);
});

beforeEach(async () => {
  user = await newUser();
});

afterAll(async () => {
  await module.close();
  await testDatabase.drop();
});

function newUser(): Promise<User> {
  const email = `${randomUUID()}@iris.example.com`;
  return module
    .get(UsersService)
    .create({ email, password: 'violet umbrella on a tall shelf', role: 'user' });
}

function query<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
  return database.run((manager) => manager.query<Row[]>(sql, parameters));
}

async function start(origin = ORIGIN, of = user): Promise<GrantedSession> {
  const granted = await sessions.start(of, origin);
  if (!granted) throw new Error('no session was granted');
  return granted;
}

const refresh = (token: string, origin = ORIGIN): Promise<GrantedSession> => refreshes.refresh(token, origin);

/** As if the used tokens of a session had been used before the grace. */
async function afterTheGrace({ sessionId }: GrantedSession): Promise<void> {
  await query(
    `UPDATE refresh_tokens SET used_at = used_at - make_interval(secs => $2) WHERE session_id = $1`,
    sessionId,
    GRACE_SECONDS + 1,
  );
}

async function unusedTokens({ sessionId }: GrantedSession): Promise<number> {
  const [row] = await query<{ count: number }>(
    'SELECT count(*)::int FROM refresh_tokens WHERE session_id = $1 AND used_at IS NULL',
    sessionId,
  );
  return row?.count ?? 0;
}

async function endReason({ sessionId }: GrantedSession): Promise<string | null> {
  const [row] = await query<{ ended_reason: string | null }>(
    'SELECT ended_reason FROM sessions WHERE id = $1',
    sessionId,
  );
  return row?.ended_reason ?? null;
}

function auditOf(action: string, { sessionId }: GrantedSession): Promise<object[]> {
  return query('SELECT * FROM audit_log WHERE action = $1 AND subject = $2', action, `session:${sessionId}`);
}

describe('a session', () => {
  it('begins with a refresh token of 256 bits, of which only the hash is kept', async () => {
    const { sessionId, refreshToken } = await start();
    expect(Buffer.from(refreshToken.replace('iris_refresh_', ''), 'base64url')).toHaveLength(32);
    const hash = createHash('sha256').update(refreshToken).digest();
    await expect(
      query('SELECT hash, successor_seed FROM refresh_tokens WHERE session_id = $1', sessionId),
    ).resolves.toEqual([{ hash, successor_seed: null }]);
  });

  it('is listed for its owner, with where it was used last', async () => {
    const first = await start({ ...ORIGIN, userAgent: 'x'.repeat(1000) });
    const second = await start();
    await refresh(first.refreshToken, { ...ORIGIN, address: '198.51.100.1', userAgent: 'another browser' });
    const listed = await sessions.list(user.id, 10);
    expect(listed.map(({ id }) => id).sort()).toEqual([first.sessionId, second.sessionId].sort());
    expect(listed.find(({ id }) => id === first.sessionId)).toEqual({
      id: first.sessionId,
      address: '198.51.100.1',
      userAgent: 'another browser',
      createdAt: expect.any(Date),
      lastUsedAt: expect.any(Date),
      expiresAt: first.expiresAt,
    });
    await expect(sessions.list((await newUser()).id, 10)).resolves.toEqual([]);
  });

  it('is ended by its owner only, and once', async () => {
    const granted = await start();
    const stranger = await newUser();
    const end = (by: User): Promise<void> => sessions.end(by.id, granted.sessionId, 'logout', ORIGIN);
    await expect(end(stranger)).rejects.toThrow(SessionNotFoundError);
    await end(user);
    await expect(end(user)).rejects.toThrow(SessionNotFoundError);
    await expect(refresh(granted.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
    await expect(sessions.list(user.id, 10)).resolves.toEqual([]);
    expect(await auditOf('session.ended', granted)).toHaveLength(1);
  });

  it('is not given to who knew the former password, when it is changed at that moment', async () => {
    await query("UPDATE users SET password_hash = 'another' WHERE id = $1", user.id);
    await expect(sessions.start(user, ORIGIN)).resolves.toBeUndefined();
  });

  it('is not given to a user who is disabled at that moment', async () => {
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', user.id);
    await expect(sessions.start(user, ORIGIN)).resolves.toBeUndefined();
  });

  it('makes way when a user has a hundred of them', async () => {
    const first = await start();
    await Promise.all(Array.from({ length: 99 }, () => start()));
    expect(await endReason(first)).toBeNull();
    await start();
    await expect(
      query("SELECT 1 FROM sessions WHERE user_id = $1 AND ended_reason = 'superseded'", user.id),
    ).resolves.toHaveLength(1);
    await expect(sessions.list(user.id, 100)).resolves.toHaveLength(100);
  });

  it('ends for all with endAllOf, but for the excepted one', async () => {
    const [kept, other] = [await start(), await start()];
    const registry = module.get(SessionRegistry);
    await expect(
      registry.endAllOf(user.id, { reason: 'password_changed', except: kept.sessionId }),
    ).resolves.toBe(1);
    expect([await endReason(kept), await endReason(other)]).toEqual([null, 'password_changed']);
    await expect(registry.endAllOf(user.id, { reason: 'user_disabled' })).resolves.toBe(1);
    await expect(refresh(kept.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
  });
});

describe('a refresh', () => {
  it('gives another token each time, of the same session and the same end', async () => {
    const granted = await start();
    const first = await refresh(granted.refreshToken);
    const second = await refresh(first.refreshToken);
    expect(new Set([granted, first, second].map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(second).toMatchObject({ sessionId: granted.sessionId, expiresAt: granted.expiresAt });
    expect(await unusedTokens(granted)).toBe(1);
    expect(await auditOf('session.refreshed', granted)).toHaveLength(2);
  });

  it('answers two tabs alike, so that neither is logged out', async () => {
    const granted = await start();
    const [one, two] = await Promise.all([refresh(granted.refreshToken), refresh(granted.refreshToken)]);
    expect(one.refreshToken).toBe(two.refreshToken);
    // The faster tab is two steps ahead when the slow one comes.
    const next = await refresh(one.refreshToken);
    expect((await refresh(granted.refreshToken)).refreshToken).toBe(next.refreshToken);
    expect(await unusedTokens(granted)).toBe(1);
    await refresh(next.refreshToken);
    expect(await endReason(granted)).toBeNull();
    expect(await auditOf('session.refresh_reused', granted)).toEqual([]);
  });

  it('answers twenty at once with one token, and raises no alarm', async () => {
    const granted = await start();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(granted.refreshToken)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    expect(await unusedTokens(granted)).toBe(1);
    expect(await endReason(granted)).toBeNull();
    expect(await auditOf('session.refreshed', granted)).toHaveLength(1);
  });

  it('ends the family when a token comes back after the grace', async () => {
    const granted = await start();
    const { refreshToken: thief } = await refresh(granted.refreshToken);
    await afterTheGrace(granted);
    await expect(refresh(granted.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
    expect(await endReason(granted)).toBe('refresh_reused');
    await expect(refresh(thief)).rejects.toThrow(InvalidRefreshTokenError);
    const alarms = await auditOf('session.refresh_reused', granted);
    expect(alarms).toEqual([
      expect.objectContaining({ actor_id: null, address: ORIGIN.address, details: { user_id: user.id } }),
    ]);
    // Once is enough: the session is over, and whoever comes again is told the same.
    await expect(refresh(granted.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
    expect(await auditOf('session.refresh_reused', granted)).toHaveLength(1);
  });

  it('keeps what could rebuild a token for no longer than the grace', async () => {
    const granted = await start();
    const { refreshToken } = await refresh(granted.refreshToken);
    await afterTheGrace(granted);
    await refresh(refreshToken);
    await expect(
      query(
        'SELECT 1 FROM refresh_tokens WHERE session_id = $1 AND successor_seed IS NOT NULL',
        granted.sessionId,
      ),
    ).resolves.toHaveLength(1);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['an unknown token', `iris_refresh_${'A'.repeat(43)}`],
    ['a token with another spelling', ''],
  ])('refuses %s', async (_case, text) => {
    const { refreshToken } = await start();
    await expect(refresh(text || `${refreshToken}=`)).rejects.toThrow(InvalidRefreshTokenError);
  });

  it('refuses after the end of the session, and for a disabled user', async () => {
    const granted = await start();
    await query('UPDATE sessions SET expires_at = now() WHERE id = $1', granted.sessionId);
    await expect(refresh(granted.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
    const other = await start();
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', user.id);
    await expect(refresh(other.refreshToken)).rejects.toThrow(InvalidRefreshTokenError);
  });

  it('brings the role that the user has now', async () => {
    const granted = await start();
    await query("UPDATE users SET role = 'admin' WHERE id = $1", user.id);
    expect((await refresh(granted.refreshToken)).user.role).toBe('admin');
  });

  it('leaves the token good when it fails half-way', async () => {
    const granted = await start();
    await query(`
      CREATE FUNCTION fail_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'crash'; END $$;
      CREATE TRIGGER crash BEFORE INSERT ON refresh_tokens FOR EACH ROW EXECUTE FUNCTION fail_insert()`);
    await expect(refresh(granted.refreshToken)).rejects.not.toThrow(InvalidRefreshTokenError);
    await query('DROP TRIGGER crash ON refresh_tokens; DROP FUNCTION fail_insert()');
    expect(await unusedTokens(granted)).toBe(1);
    await expect(refresh(granted.refreshToken)).resolves.toMatchObject({ sessionId: granted.sessionId });
  });

  it('never leaves two unused tokens in a family, whatever the code does', async () => {
    const { sessionId } = await start();
    await expect(
      query("INSERT INTO refresh_tokens (hash, session_id) VALUES (sha256('x'), $1)", sessionId),
    ).rejects.toMatchObject({ sqlState: '23505' });
  });
});

describe('the session cache', () => {
  let redis: Redis;
  beforeAll(() => {
    redis = new Redis(redisUrl);
  });
  afterEach(() => redis.flushdb());
  afterAll(() => {
    redis.disconnect();
  });

  it('keeps sessions under session:{user_id} for thirty minutes', async () => {
    const { sessionId } = await start();
    const key = `iris:api_gateway:session:${user.id}`;
    const fields = await redis.hgetall(key);
    expect(JSON.parse(fields[sessionId] ?? '')).toEqual({ role: 'user', asked_at: expect.any(Number) });
    expect(await redis.ttl(key)).toBeGreaterThan(1790);
    expect(await redis.ttl(key)).toBeLessThanOrEqual(1800);
    await sessions.end(user.id, sessionId, 'logout', ORIGIN);
    expect(await redis.hget(key, `ended:${sessionId}`)).toBe('ended');
  });

  it('begins anew before it grows without bound', async () => {
    const key = `iris:api_gateway:session:${user.id}`;
    await redis.hset(key, Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`old ${i}`, 'x'])));
    await start();
    expect(await redis.hgetall(key)).toEqual({ cut: 'cut' });
    expect(await redis.ttl(key)).toBeGreaterThan(1790);
  });
});
