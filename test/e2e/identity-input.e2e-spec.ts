import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { TestGateway } from '../support/gateway.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const ID = '7d0c9c4e-7b7a-4b0f-9d0e-0a4f7a3f0f11';
const encode = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  gateway = await TestGateway.start();
  token = await gateway.tokenOf('root@iris.example.com', 'admin');
});
afterAll(() => gateway.stop());

/** Cursors are only texts: anybody can write one. */
describe('a cursor that somebody has made up', () => {
  const TIMES = [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    `2026-01-01T00:00:00.${'1'.repeat(300)}Z`,
  ];
  const LISTS: Readonly<Record<string, (time: string) => unknown>> = {
    '/auth/sessions': (createdAt) => ({ createdAt, id: ID }),
    '/auth/api-keys': (createdAt) => ({ createdAt, id: ID }),
    '/admin/audit-log': (at) => ({ at, id: ID }),
  };

  it.each(Object.keys(LISTS).flatMap((path) => TIMES.map((time) => [path, time] as const)))(
    '%s, at %s › a page or 422, and no fault of ours',
    async (path, time) => {
      const { status } = await callApi(gateway.url, `GET ${path}?cursor=${encode(LISTS[path]?.(time))}`, {
        token,
      });
      expect([200, 422]).toContain(status);
    },
  );

  it.each(['from', 'to'])('?%s= in the year 10000, by its offset › a page', async (name) => {
    const time = encodeURIComponent('9999-12-31T23:59:59-14:00');
    const { status } = await callApi(gateway.url, `GET /admin/audit-log?${name}=${time}`, { token });
    expect(status).toBe(200);
  });
});

describe('the expiry of an API key', () => {
  const answerTo = async (expiry: string): Promise<unknown> => {
    const body = { name: 'a', scopes: ['documents:read'], expires_at: expiry };
    const answer = await callApi<{ errors?: unknown[] }>(gateway.url, 'POST /auth/api-keys', { token, body });
    return [answer.status, answer.body.errors];
  };

  it('is at most a hundred years away', async () => {
    const refusal = [422, [{ pointer: '/expires_at', detail: expect.stringContaining('a hundred years') }]];
    expect(await answerTo('9999-12-31T23:59:59-14:00')).toEqual(refusal);
    expect(await answerTo(new Date(Date.now() + 99 * 365 * 86_400_000).toISOString())).toEqual([
      201,
      undefined,
    ]);
  });
});

describe('a scope that its owner does not hold', () => {
  it('is refused, and on record with who wanted it', async () => {
    const own = await gateway.tokenOf('ambitious@iris.example.com');
    const { body: user } = await callApi<{ id: string }>(gateway.url, 'GET /auth/me', { token: own });
    const body = { name: 'a', scopes: ['documents:read', 'admin:*'] };
    expect((await callApi(gateway.url, 'POST /auth/api-keys', { token: own, body })).status).toBe(403);
    await waitFor(async () => {
      const path = `GET /admin/audit-log?action=access.denied&actor=${user.id}`;
      const { body: page } = await callApi<{ items: { details: unknown }[] }>(gateway.url, path, { token });
      const [entry] = page.items;
      if (entry) expect(entry.details).toEqual({ code: 'SCOPE_NOT_HELD', scopes: 'admin:*' });
      return entry !== undefined;
    }, 'the refusal is on record');
  });
});
