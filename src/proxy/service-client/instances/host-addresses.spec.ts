import type { LookupAddress } from 'node:dns';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { HostAddresses } from './host-addresses.js';

const OLD: LookupAddress = { address: '192.0.2.1', family: 4 };
const NEW: LookupAddress = { address: '192.0.2.2', family: 4 };
const SIX: LookupAddress = { address: '2001:db8::1', family: 6 };

type Give = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

let questions: { hostname: string; give: Give }[];
let addresses: HostAddresses;

beforeEach(() => {
  jest.useFakeTimers();
  questions = [];
  addresses = new HostAddresses((hostname, _options, give) => questions.push({ hostname, give }));
});

afterEach(() => {
  jest.useRealTimers();
});

/** The addresses, or the code of the error. */
function ask(
  hostname = 'ocr',
  options: { family?: number; all?: boolean } = { all: true },
): Promise<unknown> {
  return new Promise((resolve) => {
    addresses.lookup(hostname, options, (error, found) => {
      resolve(error ? error.code : found);
    });
  });
}

const failure = (): Error => Object.assign(new Error('no'), { code: 'EAI_AGAIN' });

describe('HostAddresses', () => {
  it('asks once for all who wait for the same name', async () => {
    const answers = [ask(), ask(), ask('other'), ask()];
    expect(questions.map(({ hostname }) => hostname)).toEqual(['ocr', 'other']);
    questions[0]!.give(null, [OLD]);
    questions[1]!.give(null, [NEW]);
    expect(await Promise.all(answers)).toEqual([[OLD], [OLD], [NEW], [OLD]]);
  });

  it('knows an answer for ten seconds', async () => {
    const first = ask();
    questions[0]!.give(null, [OLD]);
    await first;
    jest.advanceTimersByTime(9_999);
    expect(await ask()).toEqual([OLD]);
    expect(questions).toHaveLength(1);
  });

  it('then serves the former addresses while it asks, and the new ones afterwards', async () => {
    const first = ask();
    questions[0]!.give(null, [OLD]);
    await first;
    jest.advanceTimersByTime(10_001);
    expect(await Promise.all([ask(), ask()])).toEqual([[OLD], [OLD]]);
    expect(questions).toHaveLength(2);
    questions[1]!.give(null, [NEW]);
    expect(await ask()).toEqual([NEW]);
  });

  it('serves the former addresses as long as the resolver fails or hangs', async () => {
    const first = ask();
    questions[0]!.give(null, [OLD]);
    await first;
    jest.advanceTimersByTime(60_000);
    await ask();
    questions[1]!.give(failure(), []);
    expect(await ask()).toEqual([OLD]);
    jest.advanceTimersByTime(3_600_000);
    expect(await ask()).toEqual([OLD]);
    expect(questions).toHaveLength(3);
  });

  it('says that a name is unknown, and asks again', async () => {
    const first = ask();
    questions[0]!.give(failure(), []);
    expect(await first).toBe('EAI_AGAIN');
    const second = ask();
    questions[1]!.give(null, [OLD]);
    expect(await second).toEqual([OLD]);
  });

  it('gives one address, or only those of a family, when it is asked for that', async () => {
    const answers = [ask('ocr', {}), ask('ocr', { family: 6, all: true }), ask('four', { family: 6 })];
    questions[0]!.give(null, [OLD, SIX]);
    questions[1]!.give(null, [OLD]);
    expect(await Promise.all(answers)).toEqual([OLD.address, [SIX], 'ENOTFOUND']);
  });
});
