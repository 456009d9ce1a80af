import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { DatabaseUnavailableError } from '../database/index.js';
import { ApiKeyVerifier } from './api-key-verifier.js';
import type { LiveKey } from './api-keys.repository.js';
import { newKeyText } from './key-text.js';
import { KeyUses } from './key-uses.js';
import { KnownKeys } from './known-keys.js';

const { text, hash } = newKeyText();
const KEY: LiveKey = {
  id: 'key-1',
  userId: 'ana',
  role: 'operator',
  scopes: ['documents:process', 'admin:*', 'unheard:of'],
  rateLimit: '100/hour',
  expiresAt: null,
};

/** PostgreSQL with one key, which can be down, and slow. */
class FakeKeys {
  readonly noted: ReadonlyMap<string, number>[] = [];
  row: LiveKey | undefined = KEY;
  isDown = false;
  questions = 0;
  gate: Promise<void> = Promise.resolve();

  async findLive(wanted: Buffer): Promise<LiveKey | undefined> {
    this.questions += 1;
    const found = wanted.equals(hash) ? this.row : undefined;
    await this.gate;
    if (this.isDown) throw new DatabaseUnavailableError();
    return found;
  }

  noteUses(uses: ReadonlyMap<string, number>): Promise<void> {
    if (this.isDown) return Promise.reject(new DatabaseUnavailableError());
    this.noted.push(new Map(uses));
    return Promise.resolve();
  }
}

let keys: FakeKeys;
let known: KnownKeys;
let uses: KeyUses;
let verifier: ApiKeyVerifier;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  keys = new FakeKeys();
  known = new KnownKeys();
  uses = new KeyUses(keys);
  verifier = new ApiKeyVerifier(keys, known, uses);
});
afterEach(() => {
  jest.useRealTimers();
});

const later = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * 1000);

describe('ApiKeyVerifier', () => {
  it('says whose key it is, with what both the key and the role allow', async () => {
    expect(await verifier.verify(text)).toEqual({
      userId: 'ana',
      role: 'operator',
      scopes: new Set(['documents:process', 'admin:read']),
      credential: {
        kind: 'api_key',
        keyId: 'key-1',
        rateLimit: { count: 100, windowSeconds: 3600, unit: 'hour' },
      },
    });
  });

  it('asks nobody about nonsense', async () => {
    for (const nonsense of ['', 'iris_live_', text.slice(1), `${text}x`]) {
      expect(await verifier.verify(nonsense)).toBeUndefined();
    }
    expect(keys.questions).toBe(0);
  });

  it('asks once, however many wait, and not again while the answer is fresh', async () => {
    await Promise.all(Array.from({ length: 20 }, () => verifier.verify(text)));
    await later(15);
    await verifier.verify(text);
    expect(keys.questions).toBe(1);
  });

  it('asks again in the background, and minds the answer', async () => {
    await verifier.verify(text);
    keys.row = undefined;
    await later(16);
    expect(await verifier.verify(text)).toBeDefined();
    await later(0);
    expect(await verifier.verify(text)).toBeUndefined();
    expect(keys.questions).toBe(2);
  });

  it('asks before the answer when it has known a key for a minute', async () => {
    await verifier.verify(text);
    keys.row = undefined;
    await later(61);
    expect(await verifier.verify(text)).toBeUndefined();
  });

  it('asks about an unknown key once in five seconds', async () => {
    const other = newKeyText().text;
    expect(await verifier.verify(other)).toBeUndefined();
    expect(await verifier.verify(other)).toBeUndefined();
    expect(keys.questions).toBe(1);
    await later(6);
    expect(await verifier.verify(other)).toBeUndefined();
    expect(keys.questions).toBe(2);
  });

  it('lets nobody join a question from before a change', async () => {
    const gate = Promise.withResolvers<undefined>();
    keys.gate = gate.promise;
    const before = verifier.verify(text);
    keys.row = undefined;
    known.forgetKey(KEY.id);
    const after = verifier.verify(text);
    gate.resolve(undefined);
    expect(await before).toBeDefined();
    expect(await after).toBeUndefined();
    expect(await verifier.verify(text)).toBeUndefined();
  });
});

describe('ApiKeyVerifier › without the database', () => {
  it('lets a known key go on for the rest of its minute, and does not call an unknown one wrong', async () => {
    await verifier.verify(text);
    keys.isDown = true;
    await later(59);
    expect(await verifier.verify(text)).toBeDefined();
    await later(2);
    await expect(verifier.verify(text)).rejects.toBeInstanceOf(DatabaseUnavailableError);
    await expect(verifier.verify(newKeyText().text)).rejects.toBeInstanceOf(DatabaseUnavailableError);
  });

  it('recovers by itself', async () => {
    keys.isDown = true;
    await expect(verifier.verify(text)).rejects.toBeInstanceOf(DatabaseUnavailableError);
    keys.isDown = false;
    expect(await verifier.verify(text)).toBeDefined();
  });
});

describe('KeyUses', () => {
  it('writes a key once, with its last use', async () => {
    for (let i = 0; i < 100; i += 1) {
      await verifier.verify(text);
      await later(0.1);
    }
    await uses.flush();
    await uses.flush();
    expect(keys.noted).toEqual([new Map([['key-1', 1_009_900]])]);
  });

  it('flushes every minute, and at the end', async () => {
    uses.onApplicationBootstrap();
    uses.note('key-1');
    await later(59);
    expect(keys.noted).toHaveLength(0);
    await later(1);
    expect(keys.noted).toHaveLength(1);
    uses.note('key-1');
    await uses.beforeApplicationShutdown();
    expect(keys.noted).toHaveLength(2);
    await later(600);
    expect(keys.noted).toHaveLength(2);
  });

  it('keeps what it cannot write, and the later use of two', async () => {
    uses.note('key-1');
    uses.note('key-2');
    keys.isDown = true;
    const flush = uses.flush();
    await later(5);
    uses.note('key-1');
    await flush;
    keys.isDown = false;
    await uses.flush();
    expect(keys.noted).toEqual([
      new Map([
        ['key-1', 1_005_000],
        ['key-2', 1_000_000],
      ]),
    ]);
  });

  it('writes many keys in batches', async () => {
    for (let i = 0; i < 2_500; i += 1) uses.note(`key-${i}`);
    await uses.flush();
    expect(keys.noted.map(({ size }) => size)).toEqual([1000, 1000, 500]);
  });
});
