import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import type { Role } from '../../src/common/context/index.js';
import { issueToken } from '../support/access-token.js';
import { type Answer, callApi, type CallOptions } from '../support/api-client.js';
import { documentForm, sampleDocument } from '../support/documents.js';
import { TestGateway } from '../support/gateway.js';
import { TestMicroservices } from '../support/microservices.js';
import { rawRequest } from '../support/raw-request.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const BAD_TOKEN = { token: 'not-a-token' };
const ME = 'GET /auth/me';
const CLUSTER = 'POST /phase2/cluster';
const EMBEDDINGS = {
  embeddings: [
    [0, 1],
    [1, 0],
  ],
};

interface Problem {
  readonly code: string;
  readonly limit?: number;
  readonly 'violated-policies'?: readonly string[];
}

interface LimitsBody {
  readonly limits: readonly {
    readonly name: string;
    readonly limit: number;
    readonly window: number;
    readonly remaining: number;
    readonly reset: number;
  }[];
}

let microservices: TestMicroservices;
let gateway: TestGateway;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
});
afterAll(() => microservices.stop());

async function start(
  limits: Partial<Record<'default' | 'authenticated' | 'admin' | 'processing', string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const variables: Record<string, string> = { ...env };
  for (const [tier, limit] of Object.entries(limits))
    variables[`IRIS__rate_limiting__${tier}__limit`] = limit;
  gateway = await TestGateway.start({ services: microservices.urls, env: variables });
}

/** Past the result cache: what comes from there is not charged. */
function call(route: string, options: CallOptions = {}): Promise<Answer<Problem>> {
  const headers = { 'cache-control': 'no-store', ...options.headers };
  return callApi<Problem>(gateway.url, route, { ...options, headers });
}

/** Somebody whom no other test knows. */
async function somebody(role: Role = 'user'): Promise<CallOptions & { readonly token: string }> {
  return { token: await issueToken(gateway.app, { id: randomUUID(), role }) };
}

async function statuses(times: number, route: string, options: CallOptions = {}): Promise<number[]> {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await call(route, options)).status);
  return seen;
}

async function limitsOf(options: CallOptions): Promise<LimitsBody['limits']> {
  return (await callApi<LimitsBody>(gateway.url, 'GET /limits', options)).body.limits;
}

async function remainingOf(options: CallOptions): Promise<Record<string, number>> {
  return Object.fromEntries((await limitsOf(options)).map(({ name, remaining }) => [name, remaining]));
}

/** Redis and memory alike: what a client sees does not depend on where it is counted. */
describe.each([
  ['Redis', {}],
  ['memory', { REDIS_URL: '' }],
])('limits in %s', (_where, env: Readonly<Record<string, string>>) => {
  beforeAll(() =>
    start({ default: '5/hour', authenticated: '4/hour', admin: '6/hour', processing: '2/hour' }, env),
  );
  afterAll(() => gateway.stop());

  it('authenticated › by user, whatever the address', async () => {
    const [ana, eva] = [await somebody(), await somebody()];
    expect(await statuses(6, 'GET /auth/sessions', ana)).toEqual([200, 200, 200, 200, 429, 429]);
    expect((await call('GET /limits', eva)).status).toBe(200);
    expect(await remainingOf(eva)).toMatchObject({ authenticated: 4 });
    expect(await remainingOf(ana)).toMatchObject({ authenticated: 0 });
  });

  it('admin › an allowance of its own; an operator is a user like others', async () => {
    expect((await limitsOf(await somebody('admin')))[0]).toEqual({
      name: 'admin',
      limit: 6,
      window: 3600,
      remaining: 6,
      reset: 0,
    });
    expect((await limitsOf(await somebody('operator')))[0]).toMatchObject({
      name: 'authenticated',
      limit: 4,
    });
  });

  it('429 › problem+json, Retry-After, and every header of the quota', async () => {
    const ana = await somebody();
    await statuses(4, 'GET /admin/users', ana);
    const { status, headers, body } = await call('GET /admin/users', ana);
    expect({ status, body }).toMatchObject({
      status: 429,
      body: {
        type: '/errors/RATE_LIMIT_EXCEEDED',
        code: 'RATE_LIMIT_EXCEEDED',
        status: 429,
        retryable: true,
        limit: 4,
        'violated-policies': ['authenticated'],
      },
    });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_590);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(3_600);
    expect(headers.get('x-rate-limit-limit')).toBe('4');
    expect(headers.get('x-rate-limit-remaining')).toBe('0');
    expect(headers.get('x-rate-limit-reset')).toBe(headers.get('retry-after'));
    expect(headers.get('ratelimit-policy')).toBe('"authenticated";q=4;w=3600');
    expect(headers.get('ratelimit')).toBe(`"authenticated";r=0;t=${headers.get('retry-after')}`);
  });

  it('headers › on errors too: 403 of a route that is not for everybody', async () => {
    const { status, headers } = await call('GET /admin/users', await somebody());
    expect(status).toBe(403);
    expect(headers.get('x-rate-limit-remaining')).toBe('3');
    expect(headers.get('ratelimit')).toBe('"authenticated";r=3;t=3600');
  });

  it('processing › on top of the tier, which a refused call does not consume', async () => {
    const ana = await somebody();
    const options = { ...ana, body: EMBEDDINGS };
    const first = await call(CLUSTER, options);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"authenticated";q=4;w=3600, "processing";q=2;w=3600');
    expect(first.headers.get('ratelimit')).toBe('"authenticated";r=3;t=3600, "processing";r=1;t=3600');
    expect(first.headers.get('x-rate-limit-limit')).toBe('2');
    expect(first.headers.get('x-rate-limit-remaining')).toBe('1');
    expect(await statuses(5, CLUSTER, options)).toEqual([200, 429, 429, 429, 429]);
    expect(await remainingOf(ana)).toEqual({ authenticated: 2, processing: 0 });
    const { body } = await call(CLUSTER, options);
    expect(body).toMatchObject({ limit: 2, 'violated-policies': ['processing'] });
  });

  it('processing › what the client does wrong is charged', async () => {
    const ana = await somebody();
    const { status, headers } = await call(CLUSTER, { ...ana, body: {} });
    expect(status).toBe(422);
    expect(headers.get('ratelimit')).toContain('"processing";r=1;t=3600');
    expect(await remainingOf(ana)).toEqual({ authenticated: 3, processing: 1 });
  });

  it('processing › a microservice that is called directly, however its path is spelled; reading it is not', async () => {
    const ana = await somebody();
    const options = { ...ana, body: EMBEDDINGS };
    expect((await call('GET /services/ml_embeddings/health', ana)).status).toBe(200);
    expect(await remainingOf(ana)).toEqual({ authenticated: 3, processing: 2 });
    await call('POST /services/ml_embeddings/%63luster', options);
    expect(await remainingOf(ana)).toEqual({ authenticated: 2, processing: 1 });
    expect((await call(CLUSTER, options)).status).toBe(200);
    const { status, body } = await call('POST /services/ml_embeddings/cluster', options);
    expect([status, body['violated-policies']]).toEqual([429, ['processing']]);
  });

  it('processing › what is removed is not processed', async () => {
    const ana = await somebody();
    expect((await call(`DELETE /documents/${'a'.repeat(64)}`, ana)).status).toBe(204);
    expect(await remainingOf(ana)).toEqual({ authenticated: 3, processing: 2 });
  });

  it('GET /limits › consumes nothing, also when nothing is left', async () => {
    const ana = await somebody();
    expect(new Set(await statuses(10, 'GET /limits', ana))).toEqual(new Set([200]));
    expect(await limitsOf(ana)).toEqual([
      { name: 'authenticated', limit: 4, window: 3600, remaining: 4, reset: 0 },
      { name: 'processing', limit: 2, window: 3600, remaining: 2, reset: 0 },
    ]);
    await statuses(5, 'GET /admin/users', ana);
    expect((await limitsOf(ana))[0]).toMatchObject({ remaining: 0 });
  });

  it('default › by address: no credentials, bad credentials and public routes together, then 429 for all', async () => {
    const ana = await somebody();
    expect(await statuses(2, ME)).toEqual([401, 401]);
    expect(await statuses(2, ME, BAD_TOKEN)).toEqual([401, 401]);
    expect(await statuses(3, 'GET /.well-known/jwks.json')).toEqual([200, 429, 429]);
    const { status, headers, body } = await call(ME, BAD_TOKEN);
    expect({ status, body }).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', limit: 5 } });
    expect(headers.get('ratelimit-policy')).toBe('"default";q=5;w=3600');
    // Those who are known are not kept out by their neighbours, and neither are probes.
    expect((await call('GET /admin/users', ana)).status).toBe(403);
    expect(new Set(await statuses(10, 'GET /health/live'))).toEqual(new Set([200]));
    expect((await call('GET /health/ready')).headers.get('ratelimit')).toBeNull();
  });

  it('default › not for preflights, nor for what is no route', async () => {
    const preflight = {
      headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' },
    };
    expect(new Set(await statuses(10, 'OPTIONS /process', preflight))).toEqual(new Set([204]));
    expect(new Set(await statuses(10, 'GET /nothing'))).toEqual(new Set([404]));
  });

  it('default › a forged X-Forwarded-For is the same address', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'true-client-ip', 'x-client-ip']) {
      const headers = { [name]: name === 'forwarded' ? 'for=198.51.100.7' : '198.51.100.7' };
      expect(await statuses(1, ME, { headers })).toEqual([429]);
    }
  });

  it('HEAD › is charged like GET', async () => {
    const ana = await somebody();
    const { host } = new URL(gateway.url);
    const bytes = `HEAD /auth/sessions HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${ana.token}\r\nconnection: close\r\n\r\n`;
    await rawRequest(gateway.url, bytes);
    expect(await remainingOf(ana)).toMatchObject({ authenticated: 3 });
  });
});

describe('addresses behind a trusted proxy', () => {
  beforeAll(() => start({ default: '3/hour' }, { IRIS__server__trusted_proxies: '["127.0.0.1"]' }));
  afterAll(() => gateway.stop());

  const from = (address: string): CallOptions => ({ headers: { 'x-forwarded-for': address } });

  it('count apart, and only the last one that the proxy has added', async () => {
    expect(await statuses(4, ME, from('198.51.100.1'))).toEqual([401, 401, 401, 429]);
    expect(await statuses(1, ME, from('203.0.113.9, 198.51.100.1'))).toEqual([429]);
    expect(await statuses(1, ME, from('198.51.100.2'))).toEqual([401]);
  });

  it('of one IPv6 network count together', async () => {
    const answers = [];
    for (let n = 1; n <= 4; n += 1) answers.push(...(await statuses(1, ME, from(`2001:db8:1:2::${n}`))));
    expect(answers).toEqual([401, 401, 401, 429]);
    expect(await statuses(1, ME, from('2001:db8:1:3::1'))).toEqual([401]);
  });
});

describe('an API key', () => {
  beforeAll(() => start({ authenticated: '10/hour', processing: '8/hour' }));
  afterAll(() => gateway.stop());

  it('has its own limit, on top of that of its owner', async () => {
    const token = await gateway.tokenOf('ana@example.com');
    const keyWith = async (rate_limit: string | null): Promise<CallOptions> => {
      const body = { name: 'import', scopes: ['documents:process'], rate_limit };
      const answer = await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', { token, body });
      return { apiKey: answer.body.key };
    };
    const [slow, other] = [await keyWith('3/minute'), await keyWith(null)];
    const answer = await call(CLUSTER, { ...slow, body: EMBEDDINGS });
    expect(answer.headers.get('ratelimit-policy')).toBe(
      '"authenticated";q=10;w=3600, "processing";q=8;w=3600, "api_key";q=3;w=60',
    );
    expect(answer.headers.get('x-rate-limit-remaining')).toBe('2');
    expect(await statuses(4, CLUSTER, { ...slow, body: EMBEDDINGS })).toEqual([200, 200, 429, 429]);
    const refused = await call(CLUSTER, { ...slow, body: EMBEDDINGS });
    expect(refused.body['violated-policies']).toEqual(['api_key']);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await remainingOf(slow)).toEqual({ authenticated: 5, processing: 5, api_key: 0 });
    expect((await call(CLUSTER, { ...other, body: EMBEDDINGS })).status).toBe(200);
    expect(await remainingOf(other)).toEqual({ authenticated: 4, processing: 4 });
  });

  it('that may not process documents does not use up the processing limit of its owner', async () => {
    const token = await gateway.tokenOf('eva@example.com');
    const body = { name: 'reader', scopes: ['documents:read'] };
    const { body: key } = await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', { token, body });
    expect(await statuses(2, CLUSTER, { apiKey: key.key, body: EMBEDDINGS })).toEqual([403, 403]);
    expect(await remainingOf({ token })).toEqual({ authenticated: 7, processing: 8 });
  });
});

describe('two limits that are used up', () => {
  beforeAll(() => start({ authenticated: '2/minute', processing: '2/hour' }));
  afterAll(() => gateway.stop());

  it('Retry-After is the longer one, and so are the X-Rate-Limit headers', async () => {
    const options = { ...(await somebody()), body: EMBEDDINGS };
    expect(await statuses(2, CLUSTER, options)).toEqual([200, 200]);
    const { headers, body } = await call(CLUSTER, options);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect(headers.get('x-rate-limit-reset')).toBe(headers.get('retry-after'));
    expect(body['violated-policies']).toEqual(['processing', 'authenticated']);
    expect(headers.get('ratelimit')).toMatch(/^"authenticated";r=0;t=(60|5\d), "processing";r=0;t=3\d{3}$/);
  });
});

describe.each([
  ['Redis', {}],
  ['memory', { REDIS_URL: '' }],
])('a unit of processing comes back, in %s', (_where, env: Readonly<Record<string, string>>) => {
  beforeAll(() => start({ authenticated: '20/hour', processing: '5/hour' }, env));
  afterAll(() => gateway.stop());
  afterEach(() => microservices.reset());

  it('when the answer is a failure of ours, and the headers say so', async () => {
    const ana = await somebody();
    await microservices.down('ml_embeddings');
    const { status, headers } = await call(CLUSTER, { ...ana, body: EMBEDDINGS });
    await microservices.up('ml_embeddings');
    expect(status).toBeGreaterThanOrEqual(500);
    expect(headers.get('ratelimit')).toBe('"authenticated";r=19;t=3600, "processing";r=5;t=0');
    expect(headers.get('x-rate-limit-remaining')).toBe('5');
    await waitFor(async () => (await remainingOf(ana)).processing === 5, 'it is back');
    expect(await remainingOf(ana)).toEqual({ authenticated: 19, processing: 5 });
  });

  it('not when the document was processed', async () => {
    const ana = await somebody();
    const response = await gateway.fetch('/process', {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}` },
      body: documentForm(sampleDocument('cedula-1-scan.jpg')),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('ratelimit')).toContain('"processing";r=4;t=3600');
    expect(await remainingOf(ana)).toEqual({ authenticated: 19, processing: 4 });
  });

  it('when the answer comes from the cache, and the headers say so', async () => {
    const body = { text: `NOMBRES ${randomUUID()}`, document_type: 'pasaporte' };
    const options = { ...(await somebody()), body };
    const extract = (): Promise<Answer<Problem>> =>
      callApi<Problem>(gateway.url, 'POST /phase6/extract', options);
    const worked = await extract();
    expect(worked.headers.get('cache-status')).toMatch(/^iris; fwd=miss/);
    expect(worked.headers.get('x-rate-limit-remaining')).toBe('4');
    // More often than there are units left.
    for (let n = 1; n <= 6; n += 1) {
      const hit = await extract();
      expect(hit.headers.get('cache-status')).toMatch(/^iris; hit/);
      expect(hit.headers.get('x-rate-limit-remaining')).toBe('4');
    }
    expect(await remainingOf({ token: options.token })).toEqual({ authenticated: 13, processing: 4 });
  });

  it('not when the client did not want to be answered from the cache', async () => {
    const body = { text: `NOMBRES ${randomUUID()}`, document_type: 'pasaporte' };
    const options = { ...(await somebody()), body };
    await call('POST /phase6/extract', options);
    const { headers } = await call('POST /phase6/extract', options);
    expect(headers.get('x-rate-limit-remaining')).toBe('3');
  });

  it('when the client hangs up before a microservice was asked', async () => {
    const ana = await somebody();
    const { host } = new URL(gateway.url);
    const controller = new AbortController();
    const unfinished = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"embeddings":'));
      },
    });
    const request = gateway.fetch('/phase2/cluster', {
      method: 'POST',
      headers: { host, authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' },
      body: unfinished,
      duplex: 'half',
      signal: controller.signal,
    } as RequestInit);
    await waitFor(async () => (await remainingOf(ana)).processing === 4, 'it is charged');
    controller.abort();
    await expect(request).rejects.toThrow();
    await waitFor(async () => (await remainingOf(ana)).processing === 5, 'it is back');
  });
});
