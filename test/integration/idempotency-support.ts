import { hash, randomUUID } from 'node:crypto';

import { Test, type TestingModule } from '@nestjs/testing';

import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import { type Answer, IdempotencyModule, type KeyedRequest } from '../../src/idempotency/index.js';
import { UsersModule, UsersService } from '../../src/users/index.js';
import { testConfig } from './database-support.js';

/** With bytes that are no text. */
export const ANSWER: Answer = {
  status: 202,
  headers: { 'Content-Type': 'application/json; charset=utf-8', Location: '/jobs/job_1' },
  body: Buffer.from('{"id":"job_1\0\xff"}', 'latin1'),
};
export const REPLAY: Answer = { ...ANSWER, headers: { ...ANSWER.headers, 'Idempotency-Replayed': 'true' } };
export const IN_USE = { code: 'IDEMPOTENCY_KEY_IN_USE', status: 409, retryAfterSeconds: 1, retryable: true };

export async function startIdempotency(databaseUrl: string): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: databaseUrl });
  const imports = [ConfigModule.register(config), UsersModule, IdempotencyModule];
  const module = await (await Test.createTestingModule({ imports }).compile()).init();
  await module.get(Database).whenReady();
  return module;
}

export async function newOwner(module: TestingModule): Promise<string> {
  const email = `${randomUUID()}@iris.example.com`;
  const password = 'violet umbrella on a tall shelf';
  return (await module.get(UsersService).create({ email, password, role: 'user' })).id;
}

export function newRequest(ownerId: string): KeyedRequest {
  const fingerprint = hash('sha256', 'a document', 'buffer');
  return { ownerId, route: 'POST /process', key: randomUUID(), fingerprint };
}
