import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PASSWORD, TestGateway } from '../support/gateway.js';
import { startPostgres } from '../support/postgres.js';

const OTHER_ORIGIN = 'https://iris.example.com';
const COOKIE = /^__Secure-iris_refresh=(iris_refresh_[\w-]{43}); (.*)$/;
const CLEARED = /^__Secure-iris_refresh=; Path=\/console\/session; Expires=Thu, 01 Jan 1970 00:00:00 GMT; /;

/** What the browser and the page add. */
const OWN_PAGE = { 'x-requested-with': 'iris-console', 'sec-fetch-site': 'same-origin' };

interface Session {
  readonly access_token: string;
  readonly user: { readonly id: string };
}

/** One browser, as far as this cookie is concerned. */
class Browser {
  cookie: string | undefined;

  constructor(private readonly gateway: TestGateway) {}

  async call(
    route: string,
    { body, headers = OWN_PAGE }: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    const response = await this.gateway.fetch(path, {
      method,
      headers: {
        ...headers,
        ...(this.cookie !== undefined && { cookie: `other=1; __Secure-iris_refresh=${this.cookie}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [text = ''] = response.headers.getSetCookie();
    if (CLEARED.test(text)) this.cookie = undefined;
    else this.cookie = COOKIE.exec(text)?.[1] ?? this.cookie;
    return response;
  }

  async logIn(email: string): Promise<Session> {
    const response = await this.call('POST /console/session', { body: { email, password: PASSWORD } });
    expect(response.status).toBe(200);
    return (await response.json()) as Session;
  }

  /** A second window shares the cookies. */
  tab(): Browser {
    return Object.assign(new Browser(this.gateway), { cookie: this.cookie });
  }

  async meStatus({ access_token: token }: Session): Promise<number> {
    return (await this.gateway.fetch('/auth/me', { headers: { authorization: `Bearer ${token}` } })).status;
  }
}

let gateway: TestGateway;
let email: string;
let browser: Browser;

beforeAll(async () => {
  gateway = await TestGateway.start({ env: { CORS_ORIGINS: JSON.stringify([OTHER_ORIGIN]) } });
  email = `${randomUUID()}@iris.example.com`;
  await gateway.createUser(email, 'operator');
  browser = new Browser(gateway);
});
afterAll(() => gateway.stop());

describe('POST /console/session', () => {
  it('answers an access token and the user; the refresh token is in a cookie that no script reads', async () => {
    const response = await browser.call('POST /console/session', { body: { email, password: PASSWORD } });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(COOKIE.exec(cookie)?.[2]).toBe('Path=/console/session; HttpOnly; Secure; SameSite=Strict');
    const session = (await response.json()) as Session;
    expect(session).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 1800,
      user: { id: expect.any(String), email, role: 'operator', created_at: expect.any(String) },
    });
    expect(await browser.meStatus(session)).toBe(200);
  });

  it.each([
    ['a wrong password', () => ({ email, password: 'another one' })],
    ['an unknown user', () => ({ email: 'nobody@iris.example.com', password: PASSWORD })],
  ])('answers %s as POST /auth/login does, and sets no cookie', async (_case, credentials) => {
    const body = credentials();
    const response = await browser.call('POST /console/session', { body });
    const other = await browser.call('POST /auth/login', { body });
    const ids = { instance: '', request_id: '' };
    expect({ ...((await response.json()) as object), ...ids }).toEqual({
      ...((await other.json()) as object),
      ...ids,
    });
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
  });

  it('counts attempts together with POST /auth/login', async () => {
    const body = { email: `${randomUUID()}@iris.example.com`, password: 'a guess' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 20 && !statuses.includes(429); attempt += 1) {
      statuses.push((await browser.call('POST /auth/login', { body })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    const response = await browser.call('POST /console/session', { body });
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('answers 422 to a body without credentials', async () => {
    expect((await browser.call('POST /console/session', { body: { email } })).status).toBe(422);
  });

  it('exists at one address only', async () => {
    expect((await browser.call('POST /v1/console/session', { body: {} })).status).toBe(404);
  });
});

describe('POST /console/session/refresh', () => {
  it('changes the cookie and answers a new access token of the same session', async () => {
    const { user } = await browser.logIn(email);
    const before = browser.cookie;
    const response = await browser.call('POST /console/session/refresh');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const session = (await response.json()) as Session;
    expect(session.user).toEqual(user);
    expect(browser.cookie).not.toBe(before);
    expect(await browser.meStatus(session)).toBe(200);
  });

  it('takes two tabs in the same moment for what they are', async () => {
    await browser.logIn(email);
    const tabs = [browser, browser.tab(), browser.tab()];
    const answers = await Promise.all(tabs.map((tab) => tab.call('POST /console/session/refresh')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(tabs.map(({ cookie }) => cookie)).size).toBe(1);
    expect((await browser.call('POST /console/session/refresh')).status).toBe(200);
  });

  it('answers 204 when nobody is logged in', async () => {
    const response = await new Browser(gateway).call('POST /console/session/refresh');
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('answers 401 to a cookie that is no good, and removes it', async () => {
    const other = Object.assign(new Browser(gateway), { cookie: `iris_refresh_${'x'.repeat(43)}` });
    const response = await other.call('POST /console/session/refresh');
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'INVALID_REFRESH_TOKEN' }]);
    expect(other.cookie).toBeUndefined();
  });

  it('ends the session when somebody comes with a copy later on', async () => {
    const strict = await TestGateway.start({ env: { IRIS__auth__refresh_reuse_grace_seconds: '0' } });
    try {
      await strict.createUser(email);
      const owner = new Browser(strict);
      const session = await owner.logIn(email);
      const thief = owner.tab();
      await owner.call('POST /console/session/refresh');
      const stolen = await thief.call('POST /console/session/refresh');
      expect([stolen.status, thief.cookie]).toEqual([401, undefined]);
      expect((await owner.call('POST /console/session/refresh')).status).toBe(401);
      expect(await owner.meStatus(session)).toBe(401);
    } finally {
      await strict.stop();
    }
  });
});

describe('DELETE /console/session', () => {
  it('ends the session and removes the cookie; again is no error', async () => {
    const session = await browser.logIn(email);
    const copy = browser.tab();
    const response = await browser.call('DELETE /console/session');
    expect([response.status, browser.cookie]).toEqual([204, undefined]);
    expect(await browser.meStatus(session)).toBe(401);
    expect((await copy.call('POST /console/session/refresh')).status).toBe(401);
    expect((await browser.call('DELETE /console/session')).status).toBe(204);
    expect((await copy.call('DELETE /console/session')).status).toBe(204);
  });

  it('ends the session by a token that is used up as well', async () => {
    const session = await browser.logIn(email);
    const older = browser.tab();
    await browser.call('POST /console/session/refresh');
    expect((await older.call('DELETE /console/session')).status).toBe(204);
    expect(await browser.meStatus(session)).toBe(401);
  });
});

describe('without the database', () => {
  it('answers 503 and leaves the cookie, so that it can be tried again', async () => {
    const postgres = await startPostgres();
    const own = await TestGateway.start({ env: { DATABASE_URL: postgres.url } });
    try {
      await own.createUser(email);
      const user = new Browser(own);
      await user.logIn(email);
      const { cookie } = user;
      await postgres.stop();
      for (const route of ['POST /console/session/refresh', 'DELETE /console/session']) {
        const response = await user.call(route);
        expect([route, response.status, user.cookie]).toEqual([route, 503, cookie]);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    } finally {
      await own.stop();
      await postgres.close();
    }
  });
});

describe('a page that is not the console', () => {
  const ROUTES = ['POST /console/session', 'POST /console/session/refresh', 'DELETE /console/session'];
  const { 'x-requested-with': requestedWith } = OWN_PAGE;
  const HEADERS: Readonly<Record<string, Record<string, string>>> = {
    'sends no header of its own': { 'sec-fetch-site': 'same-origin' },
    'sends another one': { 'x-requested-with': 'XMLHttpRequest', 'sec-fetch-site': 'same-origin' },
    'is of another site': { 'x-requested-with': requestedWith, 'sec-fetch-site': 'cross-site' },
    'is of another origin of the site': { 'x-requested-with': requestedWith, 'sec-fetch-site': 'same-site' },
    'is none': { 'x-requested-with': requestedWith, 'sec-fetch-site': 'none' },
    'says that it is of several': {
      'x-requested-with': requestedWith,
      'sec-fetch-site': 'same-origin, cross-site',
    },
    'is of another origin, in an older browser': { 'x-requested-with': requestedWith, origin: OTHER_ORIGIN },
    'is of an origin that only begins alike': {
      'x-requested-with': requestedWith,
      origin: 'http://127.0.0.1.evil.example.org',
    },
    'has an opaque origin': { 'x-requested-with': requestedWith, origin: 'null' },
    'does not say where it is from': { 'x-requested-with': requestedWith },
  };

  it.each(Object.entries(HEADERS))('%s › 403, and nothing has happened', async (_case, headers) => {
    const session = await browser.logIn(email);
    const { cookie } = browser;
    for (const route of ROUTES) {
      const response = await browser.call(route, { headers, body: { email, password: PASSWORD } });
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'CROSS_SITE_REQUEST' }]);
      expect(browser.cookie).toBe(cookie);
    }
    expect(await browser.meStatus(session)).toBe(200);
  });

  it('is told apart by its origin where the browser says no more', async () => {
    const headers = { 'x-requested-with': requestedWith, origin: gateway.url.replace(/\/$/, '') };
    expect((await new Browser(gateway).call('POST /console/session/refresh', { headers })).status).toBe(204);
  });

  it.each(['/console/session', '/console/session/refresh', '/console/', '/Console/session'])(
    'gets no leave by CORS at %s, even from an origin that may call the API',
    async (path) => {
      for (const method of ['OPTIONS', 'POST', 'GET']) {
        const response = await gateway.fetch(path, {
          method,
          headers: { origin: OTHER_ORIGIN, 'access-control-request-method': 'POST' },
        });
        const names = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
        expect([method, response.status === 204, names]).toEqual([method, false, []]);
      }
    },
  );
});
