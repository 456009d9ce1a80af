import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { PasswordHasher } from './password-hasher.js';

let hasher: PasswordHasher;

beforeAll(async () => {
  const { auth } = loadConfig({ env: {}, cwd: tmpdir(), configDir: resolve('config') });
  hasher = new PasswordHasher(auth);
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
});
