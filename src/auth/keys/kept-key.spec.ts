import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { keptKey } from './kept-key.js';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'iris-spec-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('keptKey', () => {
  it.each([
    ['HS512', 'jwt-secret', /^[\w-]{86}$/],
    ['ES256', 'jwt-key-es256.pem', /^-----BEGIN PRIVATE KEY-----/],
    ['EdDSA', 'jwt-key-eddsa.pem', /^-----BEGIN PRIVATE KEY-----/],
  ] as const)('of %s is made once, for its owner only', (algorithm, file, pattern) => {
    const first = keptKey(dataDir, algorithm);
    expect(first).toMatch(pattern);
    expect(keptKey(dataDir, algorithm)).toBe(first);
    expect(readdirSync(dataDir)).toEqual([file]);
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, file), 'utf8').trim()).toBe(first);
  });

  it('is the one that is there', () => {
    writeFileSync(join(dataDir, 'jwt-secret'), 'mine\n');
    expect(keptKey(dataDir, 'HS256')).toBe('mine');
  });
});
