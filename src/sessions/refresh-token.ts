import { createHmac, hash, randomBytes } from 'node:crypto';

const PREFIX = 'iris_refresh_';
const TEXT = /^iris_refresh_[\w-]{43}$/;
const RANDOM_BYTES = 32;

/** Opaque: 256 bits behind a prefix that secret scanners can look for. */
export interface RefreshToken {
  /** Shown to the client once, and never stored. */
  readonly text: string;
  /** SHA-256 of the text; enough for 256 random bits, which nobody guesses. */
  readonly hash: Buffer;
}

export function newRefreshToken(): RefreshToken {
  return tokenOf(randomBytes(RANDOM_BYTES));
}

/** @returns undefined when it cannot be one of ours, which spares the question to the database */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  return TEXT.test(text) ? { text, hash: hash('sha256', text, 'buffer') } : undefined;
}

export function newSuccessorSeed(): Buffer {
  return randomBytes(RANDOM_BYTES);
}

/**
 * The token that follows. Whoever presents the one before it can be told again which it was, although only the seed
 * and hashes are stored: without the text of the one before, the seed is worth nothing.
 */
export function successorOf(token: RefreshToken, seed: Buffer): RefreshToken {
  return tokenOf(createHmac('sha256', token.text).update(seed).digest());
}

function tokenOf(bytes: Buffer): RefreshToken {
  const text = PREFIX + bytes.toString('base64url');
  return { text, hash: hash('sha256', text, 'buffer') };
}
