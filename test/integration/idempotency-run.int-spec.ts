import '../support/quiet-nest.js';

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';

import { Database } from '../../src/database/index.js';
import { type Answer, type Claim, Idempotency, type KeyedRequest } from '../../src/idempotency/index.js';
import { startPostgres } from '../support/postgres.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { ANSWER, newOwner, newRequest, REPLAY, startIdempotency } from './idempotency-support.js';

jest.setTimeout(60_000);

let server: OwnServer;
let module: TestingModule;
let database: Database;
let idempotency: Idempotency;
let ownerId: string;
let request: KeyedRequest;

beforeAll(async () => {
  server = await startPostgres();
  module = await startIdempotency(server.url);
  database = module.get(Database);
  idempotency = module.get(Idempotency);
  ownerId = await newOwner(module);
});
beforeEach(() => {
  request = newRequest(ownerId);
});
afterAll(async () => {
  await module.close();
  await server.close();
});

const work = (answer: Answer) => jest.fn(() => Promise.resolve(answer));

describe('Idempotency.run', () => {
  it('does the work once', async () => {
    const once = work(ANSWER);
    expect(await idempotency.run(request, once)).toEqual(ANSWER);
    expect(await idempotency.run(request, once)).toEqual(REPLAY);
    expect(once).toHaveBeenCalledTimes(1);
  });

  it('lets the work complete the claim itself, in its transaction', async () => {
    const inTransaction = async (held: Claim): Promise<Answer> => {
      await database.transaction((manager) => held.complete(ANSWER, manager));
      return ANSWER;
    };
    expect(await idempotency.run(request, inTransaction)).toEqual(ANSWER);
    expect(await idempotency.run(request, work(ANSWER))).toEqual(REPLAY);
  });

  it('keeps the answer of work that went on in another way when its transaction was rolled back', async () => {
    const other = { ...ANSWER, status: 200 };
    const rolledBack = async (held: Claim): Promise<Answer> => {
      const failing = database.transaction(async (manager) => {
        await held.complete(ANSWER, manager);
        throw new Error('not after all');
      });
      await expect(failing).rejects.toThrow();
      return other;
    };
    expect(await idempotency.run(request, rolledBack)).toEqual(other);
    expect(await idempotency.run(request, work(ANSWER))).toEqual({ ...REPLAY, status: 200 });
  });

  it('does work again that failed, and that answered 5xx', async () => {
    const refused = new Error('refused');
    await expect(idempotency.run(request, () => Promise.reject(refused))).rejects.toBe(refused);
    expect((await idempotency.run(request, work({ ...ANSWER, status: 503 }))).status).toBe(503);
    expect(await idempotency.run(request, work(ANSWER))).toEqual(ANSWER);
  });
});

describe('Idempotency without PostgreSQL', () => {
  it('gives an answer that it cannot keep, and refuses a key that it cannot check', async () => {
    const answer = await idempotency.run(request, async () => {
      await server.stop();
      return ANSWER;
    });
    expect(answer).toEqual(ANSWER);
    const refused = work(ANSWER);
    await expect(idempotency.run(request, refused)).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
    });
    expect(refused).not.toHaveBeenCalled();
  });
});
