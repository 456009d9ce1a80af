import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { IrisClient, type TokenSource, type Tokens } from '../../../clients/typescript/src/index.ts';
import { callApi } from '../../support/api-client.js';
import { CuttingProxy } from '../../support/cutting-proxy.js';
import { PASSWORD, TestGateway } from '../../support/gateway.js';

jest.setTimeout(60_000);

const EMAIL = 'authenticated@iris.example.com';
const ACCOUNT = { email: EMAIL, password: PASSWORD };

let gateway: TestGateway;
let proxy: CuttingProxy;

beforeAll(async () => {
  gateway = await TestGateway.start();
  await gateway.createUser(EMAIL);
  proxy = await CuttingProxy.start(gateway.url);
});

afterEach(() => {
  jest.restoreAllMocks();
  proxy.reset();
});

afterAll(async () => {
  await proxy.stop();
  await gateway.stop();
});

const clientOf = (auth?: ConstructorParameters<typeof IrisClient>[0]['auth']): IrisClient =>
  new IrisClient({ baseUrl: proxy.url, auth });

function threeAtOnce(client: IrisClient): Promise<string[]> {
  return Promise.all([1, 2, 3].map(async () => (await client.auth.me()).email));
}

function login(): Promise<Tokens> {
  return new IrisClient({ baseUrl: gateway.url }).auth.login(ACCOUNT);
}

async function endSession(token: string): Promise<void> {
  await callApi(gateway.url, 'POST /auth/logout', { token });
}

/** As a page does it: the access token in memory, another one for whoever asks nicely. */
class InMemory implements TokenSource {
  refreshes = 0;

  constructor(
    private held: string,
    private readonly next: () => Promise<string>,
  ) {}

  token(): string {
    return this.held;
  }

  async refresh(): Promise<void> {
    this.refreshes += 1;
    this.held = await this.next();
  }
}

describe('an account', () => {
  it('is logged in with the first request, once for all that are under way', async () => {
    const client = clientOf(ACCOUNT);
    expect(proxy.requests).toEqual([]);
    expect(await threeAtOnce(client)).toEqual([EMAIL, EMAIL, EMAIL]);
    expect(proxy.requestsTo(/login/)).toHaveLength(1);
    await client.auth.me();
    expect(proxy.requestsTo(/login/)).toHaveLength(1);
  });

  it('has its token renewed before it expires, once', async () => {
    const client = clientOf(ACCOUNT);
    await client.auth.me();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 29.9 * 60_000);
    proxy.reset();
    await Promise.all([client.jobs.list(), client.jobs.list()]);
    expect(proxy.requests.map(({ route }) => route)[0]).toBe('POST /auth/refresh');
    expect(proxy.requestsTo(/refresh/)).toHaveLength(1);
    expect(proxy.requestsTo(/login/)).toEqual([]);
  });

  it('a refresh whose answer was lost is made again', async () => {
    const { refresh_token: token } = await login();
    proxy.next(/refresh/, 'is lost');
    expect((await clientOf().auth.refresh(token)).access_token).toMatch(/^eyJ/);
    expect(proxy.requestsTo(/refresh/)).toHaveLength(2);
  });

  it('is logged in again when its session was ended', async () => {
    const client = clientOf(ACCOUNT);
    await client.auth.me();
    const [bearer = ''] = proxy.requestsTo(/me/).map(({ headers }) => headers.authorization ?? '');
    await endSession(bearer.slice('Bearer '.length));
    expect(await threeAtOnce(client)).toEqual([EMAIL, EMAIL, EMAIL]);
    expect(proxy.requestsTo(/login/)).toHaveLength(2);
  });

  it('that does not exist › INVALID_CREDENTIALS, after one try', async () => {
    const client = clientOf({ email: 'nobody@iris.example.com', password: PASSWORD });
    await expect(client.auth.me()).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS', status: 401 });
    expect(proxy.requestsTo(/login/)).toHaveLength(1);
  });
});

describe('tokens from elsewhere', () => {
  it('are renewed when they are refused, once for all that are under way', async () => {
    const { access_token: ended } = await login();
    await endSession(ended);
    const source = new InMemory(ended, async () => (await login()).access_token);
    expect(await threeAtOnce(clientOf(source))).toEqual([EMAIL, EMAIL, EMAIL]);
    expect(source.refreshes).toBe(1);
    expect(proxy.requestsTo(/me/)).toHaveLength(6);
  });

  it('that are refused once more › 401, and no third time', async () => {
    const source = new InMemory('eyJ.not.ours', () => Promise.resolve('eyJ.nor.this'));
    await expect(clientOf(source).auth.me()).rejects.toMatchObject({ status: 401, code: 'INVALID_TOKEN' });
    expect(proxy.requestsTo(/me/)).toHaveLength(2);
  });

  it('what their source throws is thrown as it is', async () => {
    const gone = new Error('log in again');
    const source = new InMemory('eyJ.not.ours', () => Promise.reject(gone));
    await expect(clientOf(source).auth.me()).rejects.toBe(gone);
    await expect(clientOf({ token: () => Promise.reject(gone) }).auth.me()).rejects.toBe(gone);
  });

  it('a fixed one is used as it is', async () => {
    const { access_token: accessToken } = await login();
    const client = clientOf({ accessToken });
    expect((await client.auth.me()).email).toBe(EMAIL);
    await client.auth.logout();
    await expect(client.auth.me()).rejects.toMatchObject({ status: 401 });
    expect(proxy.requestsTo(/me/)).toHaveLength(2);
  });
});

describe('other credentials', () => {
  it('an API key', async () => {
    const { data } = await clientOf(ACCOUNT).api.POST('/auth/api-keys', {
      body: { name: 'for a test', scopes: ['documents:read'] },
    });
    expect((await clientOf({ apiKey: data.key }).jobs.list()).items).toEqual([]);
    await expect(clientOf({ apiKey: `${data.key}x` }).jobs.list()).rejects.toMatchObject({
      code: 'INVALID_API_KEY',
    });
  });

  it('none › what everybody may call, and nothing else', async () => {
    const client = clientOf();
    expect((await client.api.GET('/health/live')).response.status).toBe(200);
    await expect(client.jobs.list()).rejects.toMatchObject({ code: 'AUTHENTICATION_REQUIRED', status: 401 });
  });
});
