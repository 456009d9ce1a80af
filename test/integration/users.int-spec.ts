import '../support/quiet-nest.js';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';

import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import { UserExistsError, UsersModule, UsersService } from '../../src/users/index.js';
import { createTestDatabase, startPostgres, type TestDatabase } from '../support/postgres.js';
import { testConfig } from './database-support.js';

jest.setTimeout(60_000);

const PASSWORD = 'correct horse battery staple';
const NEW_USER = { email: 'Ana@Iris.example.com', password: PASSWORD, role: 'user' } as const;

let testDatabase: TestDatabase;
const modules: TestingModule[] = [];

async function start(env: Readonly<Record<string, string>>): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: testDatabase.url, ...env });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), UsersModule],
  }).compile();
  modules.push(module);
  return module.init();
}

async function startReady(env: Readonly<Record<string, string>> = {}): Promise<UsersService> {
  const module = await start(env);
  await module.get(Database).whenReady();
  return module.get(UsersService);
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(modules.splice(0).map((module) => module.close()));
});
afterAll(() => testDatabase.drop());

describe('UsersService', () => {
  it('finds whom it has created, whatever the case of the address', async () => {
    const users = await startReady();
    const created = await users.create(NEW_USER);
    expect(created.email).toBe('ana@iris.example.com');
    await expect(users.findByEmail('ANA@iris.example.com ')).resolves.toEqual(created);
    await expect(users.findById(created.id)).resolves.toEqual(created);
    await expect(users.checkCredentials('ana@iris.example.com', PASSWORD)).resolves.toEqual({
      outcome: 'accepted',
      user: created,
    });
    await expect(users.checkCredentials('ana@iris.example.com', 'another one')).resolves.toMatchObject({
      outcome: 'wrong_password',
    });
  });

  it('takes an address once, also when two ask at the same time', async () => {
    const users = await startReady();
    const twin = { ...NEW_USER, email: 'twin@iris.example.com' };
    const results = await Promise.allSettled([users.create(twin), users.create(twin), users.create(twin)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const errors = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(errors).toEqual([expect.any(UserExistsError), expect.any(UserExistsError)]);
  });

  it('refuses a password that is too short or too long', async () => {
    const users = await startReady();
    await expect(users.create({ ...NEW_USER, password: 'too short' })).rejects.toThrow(
      '12 to 128 characters',
    );
    await expect(users.create({ ...NEW_USER, password: 'x'.repeat(129) })).rejects.toThrow('12 to 128');
  });
});

describe('the first administrator', () => {
  const ADMIN = { ADMIN_EMAIL: 'first@iris.example.com', ADMIN_PASSWORD: PASSWORD };

  it('is made once when replicas start together', async () => {
    const [users] = await Promise.all([startReady(ADMIN), startReady(ADMIN), startReady(ADMIN)]);
    const admin = await users.checkCredentials('first@iris.example.com', PASSWORD);
    expect(admin).toMatchObject({ outcome: 'accepted', user: { role: 'admin' } });
  });

  it('is never changed afterwards', async () => {
    const users = await startReady({ ...ADMIN, ADMIN_PASSWORD: 'quite another password' });
    await expect(
      users.checkCredentials('first@iris.example.com', 'quite another password'),
    ).resolves.toMatchObject({ outcome: 'wrong_password' });
    await expect(users.checkCredentials('first@iris.example.com', PASSWORD)).resolves.toMatchObject({
      outcome: 'accepted',
    });
  });

  it('is made when the database comes late', async () => {
    const server = await startPostgres();
    try {
      await server.stop();
      const module = await start({ ...ADMIN, DATABASE_URL: server.url });
      await server.start();
      await module.get(Database).whenReady();
      const admin = await module.get(UsersService).findByEmail('first@iris.example.com');
      expect(admin).toMatchObject({ role: 'admin' });
      await module.close();
    } finally {
      await server.close();
    }
  });

  it('is refused at boot with a password that nobody may have', async () => {
    await expect(start({ ...ADMIN, ADMIN_PASSWORD: 'too short' })).rejects.toThrow('ADMIN_PASSWORD');
    modules.pop();
  });
});
