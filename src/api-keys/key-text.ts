import { hash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const LABEL = 'iris_live_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_CHARACTERS = 8;
/** 256 random bits. */
const SECRET_CHARACTERS = 43;
const CHECKSUM_CHARACTERS = 6;
const LAST_CHARACTERS = 4;
const KEY_TEXT = new RegExp(
  `^(${LABEL}[0-9A-Za-z]{${ID_CHARACTERS}}_[0-9A-Za-z]{${SECRET_CHARACTERS}})_([0-9A-Za-z]{${CHECKSUM_CHARACTERS}})$`,
);

export interface NewKeyText {
  /** The key itself: shown to its owner once, and never stored. */
  readonly text: string;
  /** By these two its owner recognises it. */
  readonly prefix: string;
  readonly lastFour: string;
  /** SHA-256 of the text; enough for 256 random bits, which nobody guesses. */
  readonly hash: Buffer;
}

/** `iris_live_<id>_<secret>_<checksum>`. */
export function newKeyText(): NewKeyText {
  const prefix = LABEL + randomCharacters(ID_CHARACTERS);
  const body = `${prefix}_${randomCharacters(SECRET_CHARACTERS)}`;
  const text = `${body}_${checksumOf(body)}`;
  return { text, prefix, lastFour: text.slice(-LAST_CHARACTERS), hash: hashOf(text) };
}

/** @returns undefined when it cannot be a key of ours, which spares the question to the database */
export function hashOfKeyText(text: string): Buffer | undefined {
  const [, body = '', checksum] = KEY_TEXT.exec(text) ?? [];
  return checksum !== undefined && checksum === checksumOf(body) ? hashOf(text) : undefined;
}

function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** Finds slips of the hand, and lets secret scanners tell a key from its likes; it is no secret. */
function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  while (text.length < CHECKSUM_CHARACTERS) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

function randomCharacters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
