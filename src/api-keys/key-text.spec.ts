import { hash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { hashOfKeyText, newKeyText } from './key-text.js';

describe('newKeyText', () => {
  it('has a label, an id, 256 random bits and a checksum', () => {
    const { text, prefix, lastFour } = newKeyText();
    expect(text).toMatch(/^iris_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    expect(text.startsWith(`${prefix}_`)).toBe(true);
    expect(prefix).toHaveLength(18);
    expect(text.endsWith(lastFour)).toBe(true);
    expect(lastFour).toHaveLength(4);
  });

  it('is another one each time', () => {
    const texts = Array.from({ length: 1000 }, () => newKeyText());
    expect(new Set(texts.map(({ text }) => text)).size).toBe(1000);
    expect(new Set(texts.map(({ prefix }) => prefix)).size).toBe(1000);
  });
});

describe('hashOfKeyText', () => {
  it('is the SHA-256 of the whole text', () => {
    const key = newKeyText();
    expect(hashOfKeyText(key.text)).toEqual(key.hash);
    expect(key.hash.toString('hex')).toBe(hash('sha256', key.text));
  });

  it('does not depend on this implementation of the checksum', () => {
    const body = `iris_live_00000000_${'0'.repeat(43)}`;
    expect(hashOfKeyText(`${body}_3Z0zq4`)).toBeDefined();
  });

  it.each([
    ['nothing', () => ''],
    ['another label', (text: string) => text.replace('live', 'test')],
    ['another case', (text: string) => text.toUpperCase()],
    ['a changed character', (text: string) => text.replace(/.(?=_[^_]+$)/, (c) => (c === 'x' ? 'y' : 'x'))],
    ['a changed checksum', (text: string) => text.slice(0, -1) + (text.endsWith('x') ? 'y' : 'x')],
    ['a missing checksum', (text: string) => text.slice(0, -7)],
    ['a space before it', (text: string) => ` ${text}`],
    ['a line break after it', (text: string) => `${text}\n`],
    ['two of them', (text: string) => `${text}, ${text}`],
    ['a megabyte', (text: string) => text.padEnd(1_000_000, 'x')],
  ])('knows %s without asking anybody', (_case, change) => {
    expect(hashOfKeyText(change(newKeyText().text))).toBeUndefined();
  });
});
