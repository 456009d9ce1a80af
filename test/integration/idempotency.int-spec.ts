import '../support/quiet-nest.js';

import { hash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';

import { Database } from '../../src/database/index.js';
import { type Begun, type Claim, Idempotency, type KeyedRequest } from '../../src/idempotency/index.js';
import { UsersService } from '../../src/users/index.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { waitFor } from '../support/wait-for.js';
import { ANSWER, IN_USE, newOwner, newRequest, REPLAY, startIdempotency } from './idempotency-support.js';

const DAY_MS = 86_400_000;
const MANY = 20;

const ONLY_INTERVALS: Parameters<typeof jest.useFakeTimers>[0] = {
  doNotFake: [
    'Date',
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setTimeout',
    'clearTimeout',
  ],
};

let testDatabase: TestDatabase;
let module: TestingModule;
let database: Database;
let idempotency: Idempotency;
let ownerId: string;
let request: KeyedRequest;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  module = await startIdempotency(testDatabase.url);
  database = module.get(Database);
  idempotency = module.get(Idempotency);
  ownerId = await newOwner(module);
});
beforeEach(() => {
  request = newRequest(ownerId);
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(async () => {
  await module.close();
  await testDatabase.drop();
});

function begin(changed: Partial<KeyedRequest> = {}, on = idempotency): Promise<Begun> {
  return on.begin({ ...request, ...changed });
}

async function claim(on = idempotency): Promise<Claim> {
  const begun = await begin({}, on);
  if (begun.kind !== 'new') throw new Error('somebody else has it');
  return begun.claim;
}

async function column<T>(name: string): Promise<T | undefined> {
  const [row] = await database.run((manager) =>
    manager.query<{ value: T }[]>(`SELECT ${name} AS value FROM idempotency_keys WHERE key = $1`, [
      request.key,
    ]),
  );
  return row?.value;
}

async function setInPast(name: 'lease_until' | 'expires_at'): Promise<void> {
  await database.run((manager) =>
    manager.query(`UPDATE idempotency_keys SET ${name} = now() - interval '1 ms' WHERE key = $1`, [
      request.key,
    ]),
  );
}

const otherContent: Partial<KeyedRequest> = { fingerprint: hash('sha256', 'another document', 'buffer') };

describe('Idempotency.begin', () => {
  it('gives one of many the claim, and tells the others to wait', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: MANY }, () => begin()));
    const begun = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(begun).toEqual([expect.objectContaining({ value: expect.objectContaining({ kind: 'new' }) })]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual(
      Array.from({ length: MANY - 1 }, () => expect.objectContaining(IN_USE)),
    );
  });

  it('answers as the first time once that is known, and says so', async () => {
    await (await claim()).complete(ANSWER);
    expect(await begin()).toEqual({ kind: 'replay', answer: REPLAY });
    expect(await begin()).toEqual({ kind: 'replay', answer: REPLAY });
  });

  it.each(['running', 'completed'])('refuses the key for other content while it is %s', async (state) => {
    const held = await claim();
    if (state === 'completed') await held.complete(ANSWER);
    await expect(begin(otherContent)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
  });

  it('knows a key by its owner and its route', async () => {
    await claim();
    expect((await begin({ route: 'POST /jobs/batch' })).kind).toBe('new');
    expect((await begin({ ownerId: await newOwner(module) })).kind).toBe('new');
  });

  it('keeps an answer for a day, and forgets it with its owner', async () => {
    const owner = await newOwner(module);
    request = { ...request, ownerId: owner };
    await (await claim()).complete(ANSWER);
    const expiresAt = await column<Date>('expires_at');
    expect(Math.abs(Number(expiresAt) - Date.now() - DAY_MS)).toBeLessThan(60_000);
    await setInPast('expires_at');
    await (await claim()).complete(ANSWER);
    await database.run((manager) => manager.query('DELETE FROM users WHERE id = $1', [owner]));
    expect(await column('state')).toBeUndefined();
  });
});

describe('IdempotencyJanitor', () => {
  it('deletes what has expired, unless somebody is still working on it', async () => {
    jest.useFakeTimers(ONLY_INTERVALS);
    const replica = await startIdempotency(testDatabase.url);
    const held = await claim();
    await setInPast('expires_at');
    const running = request;
    request = newRequest(ownerId);
    await (await claim()).complete(ANSWER);
    await setInPast('expires_at');
    await setInPast('lease_until');
    jest.advanceTimersByTime(600_000);
    await waitFor(async () => (await column('state')) === undefined, 'the answer is deleted');
    request = running;
    expect(await column('state')).toBe('running');
    await held.release();
    await replica.close();
  });
});

describe('Claim', () => {
  it('can be released, and the request be tried again', async () => {
    await (await claim()).release();
    expect((await begin(otherContent)).kind).toBe('new');
  });

  it('is not undone by a release when it is complete', async () => {
    const held = await claim();
    await held.complete(ANSWER);
    await held.release();
    expect((await begin()).kind).toBe('replay');
  });

  it('lapses with its lease: then somebody else may answer, and it may not', async () => {
    const lapsed = await claim();
    await setInPast('lease_until');
    const successor = await claim();
    await expect(lapsed.complete(ANSWER)).rejects.toMatchObject(IN_USE);
    await lapsed.release();
    await successor.complete(ANSWER);
    expect((await begin()).kind).toBe('replay');
  });

  it('may answer after its lease when nobody else has begun', async () => {
    const held = await claim();
    await setInPast('lease_until');
    await held.complete(ANSWER);
    expect((await begin()).kind).toBe('replay');
  });

  it('keeps its lease for as long as it is held', async () => {
    jest.useFakeTimers(ONLY_INTERVALS);
    // A process of its own, so to say: the timer begins with its first claim.
    const replica = await startIdempotency(testDatabase.url);
    const held = await claim(replica.get(Idempotency));
    await setInPast('lease_until');
    jest.advanceTimersByTime(5_000);
    await waitFor(
      async () => Number(await column<Date>('lease_until')) > Date.now() + 10_000,
      'it is renewed',
    );
    await held.complete(ANSWER);
    await replica.close();
  });

  it('is complete when the transaction of the caller is', async () => {
    const held = await claim();
    await database.transaction((manager) => held.complete(ANSWER, manager));
    expect(await begin()).toEqual({ kind: 'replay', answer: REPLAY });
  });

  it('is still held when the transaction of the caller is rolled back', async () => {
    const held = await claim();
    const transaction = database.transaction(async (manager) => {
      await held.complete(ANSWER, manager);
      throw new Error('on second thoughts');
    });
    await expect(transaction).rejects.toThrow('on second thoughts');
    await expect(begin()).rejects.toMatchObject(IN_USE);
    await held.release();
    expect((await begin()).kind).toBe('new');
  });

  it('rolls back what was done with it when somebody else has taken over', async () => {
    const lapsed = await claim();
    await setInPast('lease_until');
    await claim();
    const transaction = database.transaction(async (manager) => {
      await manager.query(`UPDATE users SET role = 'admin' WHERE id = $1`, [ownerId]);
      await lapsed.complete(ANSWER, manager);
    });
    await expect(transaction).rejects.toMatchObject(IN_USE);
    expect((await module.get(UsersService).findById(ownerId))?.role).toBe('user');
  });
});
