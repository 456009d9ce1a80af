import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { PasswordHasher } from './password-hasher.js';

let hasher: PasswordHasher;

function hasherWith(env: Readonly<Record<string, string>> = {}): PasswordHasher {
  return new PasswordHasher(loadConfig({ env, cwd: tmpdir(), configDir: resolve('config') }).auth);
}

beforeAll(async () => {
  hasher = hasherWith();
  await hasher.onModuleInit();
});

describe('PasswordHasher', () => {
  it('hashes with argon2id and the configured parameters', async () => {
    await expect(hasher.hash('correct horse')).resolves.toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each(['correct horse battery', 'contraseña con eñe', '🔑 with \0 inside', 'x'.repeat(128)])(
    'round trip › %j',
    async (password) => {
      const hash = await hasher.hash(password);
      await expect(hasher.verify(hash, password)).resolves.toBe(true);
      await expect(hasher.verify(hash, `${password.slice(0, -1)}?`)).resolves.toBe(false);
    },
  );

  it('is always false without a user, and does the same work', async () => {
    await expect(hasher.verify(undefined, 'correct horse')).resolves.toBe(false);
  });

  it.each([
    ['IRIS__auth__argon2__memory_kib', '20000', true],
    ['IRIS__auth__argon2__iterations', '3', true],
    ['IRIS__auth__argon2__parallelism', '2', true],
    ['IRIS__auth__argon2__memory_kib', '8192', false],
  ])('%s of %s › outdated: %s', async (name, value, isOutdated) => {
    const hash = await hasher.hash('correct horse battery');
    expect(hasher.isOutdated(hash)).toBe(false);
    expect(hasherWith({ [name]: value }).isOutdated(hash)).toBe(isOutdated);
  });

  it('knows that a hash of another kind is outdated', () => {
    expect(hasher.isOutdated('$2b$10$abcdefghijklmnopqrstuv')).toBe(true);
  });

  it('refuses what would wait too long', async () => {
    const busy = hasherWith({
      IRIS__auth__argon2__max_parallel: '1',
      IRIS__auth__argon2__max_waiting: '1',
    });
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => busy.hash('correct horse battery')));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(results[3]).toMatchObject({ reason: { code: 'PASSWORD_HASHING_BUSY', retryAfterSeconds: 1 } });
  });
});
