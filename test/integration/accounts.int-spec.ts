import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';

import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import {
  AccountsService,
  LastAdminError,
  type User,
  UsersModule,
  UsersService,
} from '../../src/users/index.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { testConfig } from './database-support.js';

jest.setTimeout(60_000);

const PASSWORD = 'correct horse battery staple';

let testDatabase: TestDatabase;
const modules: TestingModule[] = [];
let users: UsersService;
let accounts: AccountsService;

/** Another replica on the same database. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: testDatabase.url, ...env });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), UsersModule],
  }).compile();
  modules.push(module);
  await module.init();
  await module.get(Database).whenReady();
  return module;
}

const create = (role: User['role'] = 'user'): Promise<User> =>
  users.create({ email: `${randomUUID()}@iris.example.com`, password: PASSWORD, role });

async function outcomes(work: readonly Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(work);
  return results.map((result) => {
    if (result.status === 'fulfilled') return 'done';
    return result.reason instanceof LastAdminError ? 'last admin' : String(result.reason);
  });
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterEach(async () => {
  await modules[0]?.get(Database).run((manager) => manager.query('DELETE FROM users'));
  await Promise.all(modules.splice(0).map((module) => module.close()));
});
afterAll(() => testDatabase.drop());

async function startOne(): Promise<void> {
  const module = await start();
  users = module.get(UsersService);
  accounts = module.get(AccountsService);
}

describe('the last administrator', () => {
  it('is neither disabled nor demoted', async () => {
    await startOne();
    const { id } = await create('admin');
    await create('operator');
    await expect(accounts.disable(id)).rejects.toBeInstanceOf(LastAdminError);
    await expect(accounts.changeRole(id, 'operator')).rejects.toBeInstanceOf(LastAdminError);
    await expect(accounts.changeRole(id, 'admin')).resolves.toMatchObject({ former: 'admin' });
    await expect(accounts.get(id)).resolves.toMatchObject({ role: 'admin', disabledAt: null });
  });

  it('is still there when a disabled one is the other', async () => {
    await startOne();
    const [one, other] = [await create('admin'), await create('admin')];
    await accounts.disable(other.id);
    await expect(accounts.disable(one.id)).rejects.toBeInstanceOf(LastAdminError);
    await accounts.enable(other.id);
    await accounts.disable(one.id);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stays when administrators remove each other at once (%d)', async () => {
    await startOne();
    const other = (await start()).get(AccountsService);
    const [a, b, c] = await Promise.all([create('admin'), create('admin'), create('admin')]);
    const results = await outcomes([
      accounts.changeRole(a.id, 'user'),
      other.disable(b.id),
      accounts.changeRole(c.id, 'operator'),
      other.disable(a.id),
      accounts.disable(c.id),
      other.changeRole(b.id, 'user'),
    ]);
    const left = await accounts.find({ role: 'admin', disabled: false, limit: 10 });
    expect(left).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['done', 'last admin']));
  });
});

describe('AccountsService', () => {
  it('disables and enables, as often as it is asked', async () => {
    await startOne();
    const { id, email } = await create();
    const first = await accounts.disable(id);
    const second = await accounts.disable(id);
    expect(second.disabledAt).toEqual(first.disabledAt);
    await expect(users.checkCredentials(email, PASSWORD)).resolves.toMatchObject({ outcome: 'disabled' });
    await accounts.enable(id);
    await expect(users.checkCredentials(email, PASSWORD)).resolves.toMatchObject({
      outcome: 'accepted',
      user: { id },
    });
  });

  it.each(['', 'x', '1', "' OR 1=1", '00000000-0000-0000-0000-000000000000', `${randomUUID()}\0`])(
    'knows no user %j',
    async (id) => {
      await startOne();
      const error = { code: 'USER_NOT_FOUND', status: 404 };
      await expect(accounts.get(id)).rejects.toMatchObject(error);
      await expect(accounts.disable(id)).rejects.toMatchObject(error);
      await expect(accounts.changeRole(id, 'admin')).rejects.toMatchObject(error);
      await expect(accounts.resetPassword(id, PASSWORD)).rejects.toMatchObject(error);
    },
  );

  it('changes a password for whoever knows the current one', async () => {
    await startOne();
    const { id, email } = await create();
    await expect(accounts.changePassword(id, 'another one', 'mi gato come lechuga')).resolves.toBe(false);
    await expect(accounts.changePassword(id, PASSWORD, 'mi gato come lechuga')).resolves.toBe(true);
    await expect(users.checkCredentials(email, PASSWORD)).resolves.toMatchObject({
      outcome: 'wrong_password',
    });
    await expect(users.checkCredentials(email, 'mi gato come lechuga')).resolves.toMatchObject({
      outcome: 'accepted',
      user: { id },
    });
    await accounts.disable(id);
    await expect(accounts.changePassword(id, 'mi gato come lechuga', PASSWORD)).resolves.toBe(false);
  });

  it('lets one of two changes of the same password win', async () => {
    await startOne();
    const { id } = await create();
    const results = await Promise.all(
      ['mi gato come lechuga', 'tu perro duerme mal'].map((next) =>
        accounts.changePassword(id, PASSWORD, next),
      ),
    );
    expect(results.sort()).toEqual([false, true]);
  });

  it('lists by address, filtered and in pages', async () => {
    await startOne();
    for (const name of ['ana', 'anabel', 'an_', 'an+', 'eva', 'nandu']) {
      await users.create({ email: `${name}@iris.example.com`, password: PASSWORD, role: 'user' });
    }
    const emails = async (filter: Partial<Parameters<AccountsService['find']>[0]>): Promise<string[]> =>
      (await accounts.find({ limit: 10, ...filter })).map(({ email }) => email.split('@')[0] ?? '');
    await expect(emails({})).resolves.toEqual(['an+', 'an_', 'ana', 'anabel', 'eva', 'nandu']);
    await expect(emails({ email: 'an_' })).resolves.toEqual(['an_']);
    await expect(emails({ email: '%' })).resolves.toEqual([]);
    await expect(emails({ cursor: 'ana@iris.example.com' })).resolves.toEqual(['anabel', 'eva', 'nandu']);
    await expect(emails({ limit: 2 })).resolves.toHaveLength(3);
    await expect(emails({ role: 'admin' })).resolves.toEqual([]);
    await accounts.disable((await users.findByEmail('eva@iris.example.com'))!.id);
    await expect(emails({ disabled: true })).resolves.toEqual(['eva']);
    await expect(emails({ disabled: false })).resolves.not.toContain('eva');
  });
});

describe('rehashing at login', () => {
  it('happens when the parameters have grown, and only then', async () => {
    await startOne();
    const { email, passwordHash } = await create();
    const hashOf = async (): Promise<string> => (await users.findByEmail(email))!.passwordHash;
    await users.checkCredentials(email, PASSWORD);
    expect(await hashOf()).toBe(passwordHash);
    const stronger = (await start({ IRIS__auth__argon2__iterations: '2' })).get(UsersService);
    await stronger.checkCredentials(email, 'a wrong one');
    expect(await hashOf()).toBe(passwordHash);
    await expect(stronger.checkCredentials(email, PASSWORD)).resolves.toMatchObject({
      outcome: 'accepted',
      user: { email },
    });
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=8192,t=2,p=1\$/);
    await expect(users.checkCredentials(email, PASSWORD)).resolves.toMatchObject({
      outcome: 'accepted',
      user: { email },
    });
    expect(await hashOf()).toMatch(/t=2/);
  });
});
