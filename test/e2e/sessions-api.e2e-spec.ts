import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PASSWORD, TestGateway } from '../support/gateway.js';

const CHALLENGE = 'Bearer realm="iris", error="invalid_token"';

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

interface Page {
  readonly items: readonly { readonly id: string; readonly current: boolean }[];
  readonly next_cursor: string | null;
}

let gateway: TestGateway;
let email: string;

beforeAll(async () => {
  gateway = await TestGateway.start();
  email = `${randomUUID()}@iris.example.com`;
  await gateway.createUser(email);
});
afterAll(() => gateway.stop());

function call(
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Response> {
  return gateway.fetch(path, {
    method,
    headers: {
      'user-agent': 'a browser',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function logIn(address = email): Promise<Tokens> {
  const response = await call('POST', '/auth/login', { body: { email: address, password: PASSWORD } });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return (await response.json()) as Tokens;
}

function partOf(token: string, index: 0 | 1): Record<string, unknown> {
  const part = token.split('.')[index] ?? '';
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}

describe('POST /auth/login', () => {
  it('answers a token with all claims, and another session each time', async () => {
    const [one, two] = [await logIn(), await logIn()];
    expect(partOf(one.access_token, 0)).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: expect.any(String) });
    const claims = partOf(one.access_token, 1);
    expect(Object.keys(claims).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'nbf',
      'role',
      'sid',
      'sub',
    ]);
    expect(claims.sid).not.toBe(partOf(two.access_token, 1).sid);
  });
});

describe('POST /auth/refresh', () => {
  it('answers new tokens, which nobody stores', async () => {
    const before = await logIn();
    const response = await call('POST', '/auth/refresh', { body: { refresh_token: before.refresh_token } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const after = (await response.json()) as Tokens;
    expect(after).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.stringMatching(/^iris_refresh_/),
      token_type: 'Bearer',
      expires_in: 1800,
    });
    expect(partOf(after.access_token, 1).sid).toBe(partOf(before.access_token, 1).sid);
    expect((await call('GET', '/auth/me', { token: after.access_token })).status).toBe(200);
  });

  it.each([
    ['no token', {}, '/refresh_token'],
    ['a number', { refresh_token: 7 }, '/refresh_token'],
    ['an endless token', { refresh_token: 'x'.repeat(129) }, '/refresh_token'],
    ['an unknown member', { refresh_token: 'x', user_id: randomUUID() }, '/user_id'],
  ])('answers 422 with a pointer to %s', async (_case, body, pointer) => {
    const response = await call('POST', '/auth/refresh', { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
  });

  it('takes no access token for a refresh token, nor the reverse', async () => {
    const { access_token: token, refresh_token: refreshToken } = await logIn();
    // Too long to be one of ours.
    expect((await call('POST', '/auth/refresh', { body: { refresh_token: token } })).status).toBe(422);
    const wrong = await call('POST', '/auth/refresh', { body: { refresh_token: token.slice(0, 56) } });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, CHALLENGE]);
    const reverse = await call('GET', '/auth/me', { token: refreshToken });
    expect([reverse.status, reverse.headers.get('www-authenticate')]).toEqual([401, CHALLENGE]);
  });
});

describe('GET /auth/sessions', () => {
  it('lists in pages, and says which is the current one', async () => {
    const own = `${randomUUID()}@iris.example.com`;
    await gateway.createUser(own);
    await logIn(own);
    await logIn(own);
    const { access_token: token } = await logIn(own);
    const first = await call('GET', '/auth/sessions?limit=2', { token });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const { items, next_cursor: cursor } = (await first.json()) as Page;
    expect(items).toHaveLength(2);
    const rest = (await (
      await call('GET', `/auth/sessions?limit=2&cursor=${cursor ?? ''}`, { token })
    ).json()) as Page;
    expect(rest.next_cursor).toBeNull();
    const all = [...items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(all.filter(({ current }) => current)).toEqual([
      {
        id: partOf(token, 1).sid,
        device: 'a browser',
        address: '127.0.0.1',
        created_at: expect.stringMatching(/Z$/),
        last_used_at: expect.stringMatching(/Z$/),
        expires_at: expect.stringMatching(/Z$/),
        current: true,
      },
    ]);
  });

  it.each([
    ['no items', 'limit=0'],
    ['too many items', 'limit=101'],
    ['a limit that is no number', 'limit=x'],
    ['another cursor', 'cursor=nonsense'],
    ['an endless cursor', `cursor=${'A'.repeat(2000)}`],
    ['an unknown parameter', 'user_id=1'],
  ])('answers 422 to %s', async (_case, query) => {
    const { access_token: token } = await logIn();
    expect((await call('GET', `/auth/sessions?${query}`, { token })).status).toBe(422);
  });
});

describe('DELETE /auth/sessions/{id}', () => {
  it("answers 404 alike to somebody else's session, an unknown one and what is no id", async () => {
    const { access_token: token } = await logIn();
    const stranger = `${randomUUID()}@iris.example.com`;
    const theirs = await gateway.tokenOf(stranger);
    for (const id of [String(partOf(theirs, 1).sid), randomUUID(), '1', "'", '%00', '..%2f..']) {
      const response = await call('DELETE', `/auth/sessions/${id}`, { token });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    }
    expect((await call('GET', '/auth/me', { token: theirs })).status).toBe(200);
  });
});

describe('logging out', () => {
  it('ends the session of the token and no other', async () => {
    const [one, two] = [await logIn(), await logIn()];
    const logout = await call('POST', '/auth/logout', { token: one.access_token });
    expect([logout.status, logout.headers.get('cache-control')]).toEqual([204, 'no-store']);
    expect((await call('GET', '/auth/me', { token: one.access_token })).status).toBe(401);
    expect((await call('POST', '/auth/refresh', { body: { refresh_token: one.refresh_token } })).status).toBe(
      401,
    );
    expect((await call('GET', '/auth/me', { token: two.access_token })).status).toBe(200);
  });

  it('ends all sessions with logout-all', async () => {
    const [one, two] = [await logIn(), await logIn()];
    expect((await call('POST', '/auth/logout-all', { token: one.access_token })).status).toBe(204);
    for (const { access_token: token } of [one, two]) {
      expect((await call('GET', '/auth/me', { token })).status).toBe(401);
    }
  });
});

describe('GET /.well-known/jwks.json', () => {
  it('is public, and shows no secret', async () => {
    const response = await call('GET', '/.well-known/jwks.json');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ keys: [] });
  });
});
