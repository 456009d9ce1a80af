import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type AppConfig, ConfigError } from '../../config/index.js';
import { createTokenKey, type KeyMaterial } from './create-token-key.js';
import { keptKey, keptKeyFile } from './kept-key.js';
import { UnusableKeyError } from './key-error.js';
import type { TokenKey } from './token-key.js';

type AuthConfig = AppConfig['auth'];

/**
 * The keys of the configuration: `jwt_keys` in their order, then JWT_SECRET_KEY; with neither (never in production)
 * one that is made once and kept in the data folder.
 * @throws ConfigError
 */
export function loadTokenKeys(auth: AuthConfig, runtime: AppConfig['runtime']): TokenKey[] {
  const keys = auth.jwt_keys.map((entry, index) =>
    create(['jwt_keys', String(index)], () => materialOf(entry, auth)),
  );
  if (auth.jwt_secret_key !== '') {
    // Beside a list it only verifies, by the algorithm that it is made for: tokens from before the list.
    keys.push(create(['jwt_secret_key'], () => simpleKey(auth.jwt_secret_key, auth)));
  }
  return keys.length > 0 ? keys : [ownKey(auth, resolve(runtime.data_dir))];
}

function ownKey(auth: AuthConfig, dataDir: string): TokenKey {
  const text = keptKey(dataDir, auth.jwt_algorithm);
  try {
    return createTokenKey({ text, algorithm: auth.jwt_algorithm });
  } catch (error) {
    if (!(error instanceof UnusableKeyError)) throw error;
    const path = keptKeyFile(dataDir, auth.jwt_algorithm);
    throw new Error(`${path} ${error.message}: delete it to have a new one made`, { cause: error });
  }
}

function simpleKey(text: string, auth: AuthConfig): KeyMaterial {
  return { text, algorithm: auth.jwt_algorithm };
}

function materialOf(
  { kid, algorithm, secret, file }: AuthConfig['jwt_keys'][number],
  auth: AuthConfig,
): KeyMaterial {
  const text = secret ?? read(resolve(file ?? ''));
  return { kid, text, algorithm: algorithm ?? (isPem(text) ? undefined : secretAlgorithm(auth)) };
}

function secretAlgorithm({ jwt_algorithm: algorithm }: AuthConfig): AuthConfig['jwt_algorithm'] {
  return algorithm.startsWith('HS') ? algorithm : 'HS256';
}

function isPem(text: string): boolean {
  return text.trimStart().startsWith('-----BEGIN');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new UnusableKeyError('cannot be read');
  }
}

function create(path: readonly string[], material: () => KeyMaterial): TokenKey {
  try {
    return createTokenKey(material());
  } catch (error) {
    if (!(error instanceof UnusableKeyError)) throw error;
    const remedy = 'see "Signing keys" in docs/decisions/0007-token-keys.md';
    const problem = { path: ['auth', ...path], origin: 'the key', expected: error.message, remedy };
    throw new ConfigError([problem]);
  }
}
