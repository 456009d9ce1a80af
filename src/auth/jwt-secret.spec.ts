import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { jwtSecret } from './jwt-secret.js';

let dataDir: string;

function secretWith(env: Readonly<Record<string, string>>): Buffer {
  const { auth, runtime } = loadConfig({
    env: { IRIS_DATA_DIR: dataDir, ...env },
    cwd: tmpdir(),
    configDir: resolve('config'),
  });
  return jwtSecret(auth, runtime).export();
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'iris-spec-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('jwtSecret', () => {
  it('is the configured one', () => {
    const secret = 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1';
    expect(secretWith({ JWT_SECRET_KEY: secret }).toString()).toBe(secret);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is made once, for its owner only', () => {
    const first = secretWith({});
    expect(first.length).toBeGreaterThanOrEqual(64);
    expect(secretWith({})).toEqual(first);
    expect(readdirSync(dataDir)).toEqual(['jwt-secret']);
    expect(statSync(join(dataDir, 'jwt-secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'jwt-secret'), 'utf8')).toBe(first.toString());
  });

  it('is refused when its file has been cut', () => {
    writeFileSync(join(dataDir, 'jwt-secret'), 'short');
    expect(() => secretWith({})).toThrow('fewer than 32 bytes');
  });
});
