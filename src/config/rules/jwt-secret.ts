import type { ConfigProblem } from '../config-error.js';
import { isPlainObject } from '../sources/setting.js';
import type { SettingTree } from '../sources/setting-tree.js';
import { isGuessable } from './guessable.js';
import { isProduction } from './production.js';

const PATH = ['auth', 'jwt_secret_key'];
const LIST_PATH = ['auth', 'jwt_keys'];
const REMEDY = 'set JWT_SECRET_KEY (or JWT_SECRET_KEY_FILE) to the output of: openssl rand -base64 64';
const LIST_REMEDY = 'replace it by the output of: openssl rand -base64 64';

/** RFC 7518 §3.2: a key is at least as long as the hash that it feeds. */
const MINIMUM_BYTES: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 };

const DEFAULT_MINIMUM_BYTES = 32;
const PRIVATE_KEY_ALGORITHMS = new Set(['RS256', 'ES256', 'EdDSA']);

/** Of a private key the strength is checked where it is read. */
const PRIVATE_KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Outside production an empty key is fine, because one is generated; a weak one never is. */
export function checkJwtSecret(tree: SettingTree): ConfigProblem[] {
  return [...checkSimpleKey(tree), ...checkKeyList(tree)];
}

function checkSimpleKey(tree: SettingTree): ConfigProblem[] {
  const secret = tree.valueAt(PATH);
  if (typeof secret !== 'string') return [];
  const expected = weaknessOf(secret, tree);
  return expected === undefined
    ? []
    : [{ path: PATH, origin: tree.originOf(PATH), expected, remedy: REMEDY }];
}

function weaknessOf(secret: string, tree: SettingTree): string | undefined {
  const production = isProduction(tree);
  if (secret === '')
    return production && !hasKeyList(tree) ? 'is missing; production needs a key of its own' : undefined;
  const minimum = minimumBytes(tree);
  if (minimum === undefined) return PRIVATE_KEY.test(secret) ? undefined : 'is not a private key as PEM';
  if (Buffer.byteLength(secret) < minimum) return `is too short: at least ${minimum} bytes are needed`;
  return production && isGuessable(secret) ? 'is a placeholder or easily guessed' : undefined;
}

/** The other checks of these keys are made where they are read. */
function checkKeyList(tree: SettingTree): ConfigProblem[] {
  if (!isProduction(tree)) return [];
  return keyList(tree).flatMap((key, index) => {
    if (!isPlainObject(key) || typeof key.secret !== 'string' || !isGuessable(key.secret)) return [];
    const path = [...LIST_PATH, String(index), 'secret'];
    const expected = 'is a placeholder or easily guessed';
    return [{ path, origin: tree.originOf(path), expected, remedy: LIST_REMEDY }];
  });
}

function hasKeyList(tree: SettingTree): boolean {
  return keyList(tree).length > 0;
}

function keyList(tree: SettingTree): readonly unknown[] {
  const keys: unknown = tree.valueAt(LIST_PATH);
  return Array.isArray(keys) ? keys : [];
}

/** Undefined for algorithms that take a private key. */
function minimumBytes(tree: SettingTree): number | undefined {
  const algorithm = tree.valueAt(['auth', 'jwt_algorithm']);
  if (typeof algorithm !== 'string') return DEFAULT_MINIMUM_BYTES;
  return (
    MINIMUM_BYTES[algorithm] ?? (PRIVATE_KEY_ALGORITHMS.has(algorithm) ? undefined : DEFAULT_MINIMUM_BYTES)
  );
}
