import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { AppConfig } from '../config/index.js';

/** Enough for HS512 as well (RFC 7518, section 3.2). */
const SECRET_BYTES = 64;
const MIN_SECRET_BYTES = 32;

/** The configured key; without one (never in production), one that is made once and kept in the data folder. */
export function jwtSecret(auth: AppConfig['auth'], runtime: AppConfig['runtime']): KeyObject {
  // A KeyObject, because jsonwebtoken tries a string as a public key first, on every token.
  return createSecretKey(auth.jwt_secret_key || keptSecret(resolve(runtime.data_dir)), 'utf8');
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'jwt-secret');
  const secret = readSecret(path) ?? makeSecret(dataDir, path);
  if (Buffer.byteLength(secret) >= MIN_SECRET_BYTES) return secret;
  throw new Error(`${path} holds fewer than ${MIN_SECRET_BYTES} bytes: delete it to have a new one made`);
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Of two processes that start at once, one link wins, and both read what it holds. */
function makeSecret(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
