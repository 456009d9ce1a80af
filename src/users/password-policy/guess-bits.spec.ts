import { describe, expect, it } from '@jest/globals';

import { guessBits } from './guess-bits.js';
import { personalWords } from './personal-words.js';
import { PUBLISHED_PASSWORDS } from './published-passwords.js';

/** What newPasswordSchema asks for. */
const ENOUGH = 32;

describe('guessBits', () => {
  it.each([
    'passwordpassword',
    'Password2024!',
    'P@ssw0rd1234',
    'iloveyou1234',
    'contraseña2026',
    'MiContraseña123',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    'zaq12wsxcde3',
    'asdfghjklñ123',
    '123456789012',
    '987654321098',
    'abcdefghijkl',
    'xxxxxxxxxxxx',
    'abcabcabcabc',
    'Ab1!Ab1!Ab1!',
    '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑',
    'Santiago2025!!',
    'barcelona1899',
    'DragonMonkeyPrincess',
    'leavemealone',
    'realmadrid2024',
  ])('%s › is easy', (password) => {
    expect(guessBits(password)).toBeLessThan(ENOUGH);
  });

  it.each([
    'correct horse battery staple',
    'a-password-for-tests',
    'Zq7!vT2#kLp9',
    'tr0ub4dor&3xyz',
    'mi gato come lechuga',
    'ñandú bajo la lluvia',
    '  with spaces\0and more  ',
    'kfjqwpdmxzva',
  ])('%j › is not', (password) => {
    expect(guessBits(password)).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('refuses every published password that is long enough, and thousands that are made of one', () => {
    const endings = ['', '1', '12', '123', '1234', '!', '2024', '2025'];
    const derived = Array.from(PUBLISHED_PASSWORDS).flatMap((word) => endings.map((end) => `${word}${end}`));
    const long = derived.filter((password) => password.length >= 12);
    expect(long.length).toBeGreaterThan(3_000);
    expect(long.filter((password) => guessBits(password) >= ENOUGH)).toEqual([]);
  });

  it('knows what belongs to the user', () => {
    const words = personalWords('Valentina.Quilodran@Example.com');
    expect(guessBits('Quilodran1987xy', words)).toBeLessThan(ENOUGH);
    expect(guessBits('quilodran@example.com', words)).toBeLessThan(ENOUGH);
    expect(guessBits('valentinaquilodran', words)).toBeLessThan(ENOUGH);
    expect(guessBits('Quilodran1987xy')).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('examines 256 letters at most, also of 128 that NFKC makes into thousands', () => {
    expect(guessBits(`${'\uFDFA'.repeat(127)}a`)).toBeLessThanOrEqual(256 * 6);
  });

  it.each(['x1Q'.repeat(42), 'ab'.repeat(64), '1qaz'.repeat(32), 'passw0rd'.repeat(16), 'añ'.repeat(64)])(
    'takes milliseconds, however repetitive (%s)',
    (password) => {
      const startedAt = performance.now();
      guessBits(password);
      expect(performance.now() - startedAt).toBeLessThan(100);
    },
  );
});
