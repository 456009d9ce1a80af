import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { AccountsService, UsersService } from '../../src/users/index.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { mannWhitneyP, median } from '../support/mann-whitney.js';
import { observable } from '../support/observable.js';

jest.setTimeout(120_000);

const WRONG = 'not the password of anybody';
const SAMPLES = 40;
const TRIES = 3;
/** A hash takes some 25 ms; what the network lets a stranger see of less than this is nothing. */
const VISIBLE_MS = 5;
const SURE = 0.001;

let gateway: TestGateway;
let existing: string;
let another: string;
let disabled: string;

const newEmail = (): string => `${randomUUID()}@iris.example.com`;

/** Who tries to log in; whether there is such an account must not show. */
const ATTEMPTS: Readonly<Record<string, () => { email: string; password: string }>> = {
  'a wrong password': () => ({ email: existing, password: WRONG }),
  'a wrong password of another account': () => ({ email: another, password: WRONG }),
  'an unknown user': () => ({ email: newEmail(), password: WRONG }),
  'an unknown user and a password that somebody has': () => ({ email: newEmail(), password: PASSWORD }),
  'a disabled user and a wrong password': () => ({ email: disabled, password: WRONG }),
  'a disabled user and the right password': () => ({ email: disabled, password: PASSWORD }),
};
const [BASELINE = '', ...OTHERS] = Object.keys(ATTEMPTS);

beforeAll(async () => {
  // The hash costs what it costs in production; the throttle has tests of its own.
  gateway = await TestGateway.start({
    env: {
      IRIS__auth__login_throttle__free_attempts_per_account: '1000000',
      IRIS__auth__login_throttle__free_attempts_per_address: '1000000',
    },
  });
  [existing, another, disabled] = [newEmail(), newEmail(), newEmail()];
  for (const email of [existing, another, disabled]) await gateway.createUser(email);
  const user = await gateway.app.get(UsersService, { strict: false }).findByEmail(disabled);
  await gateway.app.get(AccountsService, { strict: false }).disable(user?.id ?? '');
});

afterAll(() => gateway.stop());

function attempt(name: string): Promise<Response> {
  return gateway.fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ATTEMPTS[name]?.()),
  });
}

/** One of each in turn, so that whatever slows the machine down slows all of them down. */
async function measure(): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let n = 0; n < SAMPLES; n += 1) {
    for (const name of Object.keys(ATTEMPTS)) {
      const startedAt = performance.now();
      await (await attempt(name)).arrayBuffer();
      times.set(name, [...(times.get(name) ?? []), performance.now() - startedAt]);
    }
  }
  return times;
}

/** The attempts whose times differ from the baseline visibly and not by chance. */
function tellTale(times: Map<string, number[]>): string[] {
  const baseline = times.get(BASELINE) ?? [];
  return OTHERS.filter((name) => {
    const own = times.get(name) ?? [];
    const isVisible = Math.abs(median(own) - median(baseline)) > VISIBLE_MS;
    return isVisible && mannWhitneyP(own, baseline) < SURE;
  });
}

describe('a login that fails', () => {
  it.each(OTHERS)('for %s is answered like one for a wrong password', async (name) => {
    const answer = await observable(await attempt(name));
    expect(answer).toMatchObject({ status: 401, body: { code: 'INVALID_CREDENTIALS' } });
    expect(answer).toEqual(await observable(await attempt(BASELINE)));
  });

  it('takes as long whether there is such an account or not', async () => {
    // A leak shows every time; a neighbour on the same cores does not.
    let suspects = OTHERS;
    for (let n = 0; n < TRIES && suspects.length > 0; n += 1) {
      const found = tellTale(await measure());
      suspects = suspects.filter((name) => found.includes(name));
    }
    expect(suspects).toEqual([]);
  });
});
