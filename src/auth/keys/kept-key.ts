import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createOnce, hasErrorCode } from '../../common/files/index.js';
import type { JwtAlgorithm } from './token-key.js';

/** Enough for HS512 as well (RFC 7518, section 3.2). */
const SECRET_BYTES = 64;
const RSA_BITS = 3072;

/** The text of the key that is made once and kept in the data folder: for development, never for production. */
export function keptKey(dataDir: string, algorithm: JwtAlgorithm): string {
  const { file, make } = recipeFor(algorithm);
  const path = join(dataDir, file);
  return read(path) ?? keep(dataDir, path, make());
}

/** Where a key of this algorithm is kept. */
export function keptKeyFile(dataDir: string, algorithm: JwtAlgorithm): string {
  return join(dataDir, recipeFor(algorithm).file);
}

function recipeFor(algorithm: JwtAlgorithm): { readonly file: string; readonly make: () => string } {
  switch (algorithm) {
    case 'RS256':
      return {
        file: 'jwt-key-rs256.pem',
        make: () => toPem(generateKeyPairSync('rsa', { modulusLength: RSA_BITS })),
      };
    case 'ES256':
      return {
        file: 'jwt-key-es256.pem',
        make: () => toPem(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
      };
    case 'EdDSA':
      return { file: 'jwt-key-eddsa.pem', make: () => toPem(generateKeyPairSync('ed25519')) };
    case 'HS256':
    case 'HS384':
    case 'HS512':
      return { file: 'jwt-secret', make: () => randomBytes(SECRET_BYTES).toString('base64url') };
  }
}

function toPem({ privateKey }: ReturnType<typeof generateKeyPairSync>): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Of two processes that start at once one wins, and both read what it wrote. */
function keep(dataDir: string, path: string, key: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  createOnce(path, key);
  return readFileSync(path, 'utf8').trim();
}
