import type { ConfigProblem } from '../config-error.js';
import type { SettingTree } from '../sources/setting-tree.js';
import { isGuessable } from './guessable.js';
import { isProduction } from './production.js';

const PATH = ['auth', 'jwt_secret_key'];
const REMEDY = 'set JWT_SECRET_KEY (or JWT_SECRET_KEY_FILE) to the output of: openssl rand -base64 64';

/** RFC 7518 §3.2: a key is at least as long as the hash that it feeds. */
const MINIMUM_BYTES: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/** Outside production an empty key is fine, because one is generated; a weak one never is. */
export function checkJwtSecret(tree: SettingTree): ConfigProblem[] {
  const secret = tree.valueAt(PATH);
  if (typeof secret !== 'string') return [];
  const expected = weaknessOf(secret, minimumBytes(tree), isProduction(tree));
  return expected === undefined
    ? []
    : [{ path: PATH, origin: tree.originOf(PATH), expected, remedy: REMEDY }];
}

function weaknessOf(secret: string, minimum: number, production: boolean): string | undefined {
  if (secret === '') return production ? 'is missing; production needs a secret of its own' : undefined;
  if (Buffer.byteLength(secret) < minimum) return `is too short: at least ${minimum} bytes are needed`;
  return production && isGuessable(secret) ? 'is a placeholder or easily guessed' : undefined;
}

function minimumBytes(tree: SettingTree): number {
  const algorithm = tree.valueAt(['auth', 'jwt_algorithm']);
  return (typeof algorithm === 'string' ? MINIMUM_BYTES[algorithm] : undefined) ?? 32;
}
