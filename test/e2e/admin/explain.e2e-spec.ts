import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { type Role, ROLES } from '../../../src/common/context/index.js';
import { UsersService } from '../../../src/users/index.js';
import { issueToken } from '../../support/access-token.js';
import { type Answer, callApi, type CallOptions } from '../../support/api-client.js';
import { sendDocument } from '../../support/document-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { rawRequest } from '../../support/raw-request.js';
import { routesOf } from '../../support/routes.js';

jest.setTimeout(120_000);

interface Explanation {
  readonly route: {
    readonly template: string;
    readonly is_public: boolean;
    readonly scopes: string[] | null;
  };
  readonly principal: { readonly kind: string; readonly state: string; readonly scopes: string[] } | null;
  readonly access: { readonly granted: boolean; readonly status?: number; readonly code?: string };
  readonly limits: readonly {
    readonly name: string;
    readonly limit: number;
    readonly window: number;
    readonly counted_by: string;
    readonly remaining: number | null;
  }[];
  readonly uploads: Readonly<Record<string, unknown>> | null;
  readonly microservices: readonly {
    readonly name: string;
    readonly operations: string[];
    readonly policy: Readonly<Record<string, unknown>>;
  }[];
  readonly cache: { readonly operations: string[]; readonly ttl_seconds: number } | null;
  readonly deadline_seconds: number;
  readonly jobs: Readonly<Record<string, number>> | null;
  readonly code?: string;
}

interface Key {
  readonly id: string;
  readonly key: string;
}

const GUARDS = ['AUTHENTICATION_REQUIRED', 'INSUFFICIENT_SCOPE', 'ACCESS_TOKEN_REQUIRED'];
const users = new Map<Role, string>();

let microservices: TestMicroservices;
let gateway: TestGateway;
let processKey: Key;
let readKey: Key;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  const limits = ['default', 'authenticated', 'admin', 'processing'].map((tier, index) => [
    `IRIS__rate_limiting__${tier}__limit`,
    `${100_000 + index}/hour`,
  ]);
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: Object.fromEntries(limits) as Record<string, string>,
  });
  for (const role of ROLES) users.set(role, await createUser(role));
  processKey = await createKey(['documents:process'], '50000/minute');
  readKey = await createKey(['documents:read']);
});

beforeEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function createUser(role: Role): Promise<string> {
  const email = `${role}-${randomUUID()}@example.com`;
  await gateway.createUser(email, role);
  return (await gateway.app.get(UsersService, { strict: false }).findByEmail(email))?.id ?? '';
}

/** A session for each request: some of the routes end it. */
function tokenOf(role: Role): Promise<string> {
  return issueToken(gateway.app, { id: users.get(role) ?? '', role });
}

async function createKey(scopes: readonly string[], rateLimit?: string): Promise<Key> {
  const body = { name: scopes.join(), scopes, ...(rateLimit && { rate_limit: rateLimit }) };
  const options = { token: await tokenOf('user'), body };
  return (await callApi<Key>(gateway.url, 'POST /auth/api-keys', options)).body;
}

async function ask(query: Readonly<Record<string, string>>): Promise<Answer<Explanation>> {
  const route = `GET /admin/explain?${new URLSearchParams(query).toString()}`;
  return callApi(gateway.url, route, { token: await tokenOf('operator') });
}

async function explain(route: string, principal?: string): Promise<Explanation> {
  const { status, body } = await ask({ route, ...(principal !== undefined && { principal }) });
  if (status !== 200) throw new Error(`${route} › ${status} ${JSON.stringify(body)}`);
  return body;
}

/** What really becomes of a request: whom the guards refuse, and which limits its answer tells of. */
async function happens(
  route: string,
  credential: Pick<CallOptions, 'token' | 'apiKey'>,
): Promise<{ code: string | undefined; limits: string }> {
  const [method = ''] = route.split(' ');
  const hasBody = method !== 'GET' && method !== 'OPTIONS';
  const headers = { 'content-type': 'application/json' };
  const [verb, path] = route.split(' ');
  const response = await gateway.fetch(path ?? '', {
    method: verb ?? '',
    headers: {
      ...(credential.token === undefined ? {} : { authorization: `Bearer ${credential.token}` }),
      ...(credential.apiKey === undefined ? {} : { 'x-api-key': credential.apiKey }),
      ...(hasBody ? headers : {}),
    },
    ...(hasBody && { body: '{}' }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const { code = '' } = isProblem ? (JSON.parse(text) as { code?: string }) : {};
  return {
    code: GUARDS.includes(code) ? code : undefined,
    limits: response.headers.get('ratelimit-policy') ?? '',
  };
}

function policyOf({ limits }: Explanation): string {
  return limits.map(({ name, limit, window }) => `"${name}";q=${limit};w=${window}`).join(', ');
}

describe('what is explained is what happens', () => {
  const everybody: Readonly<
    Record<string, () => Promise<{ id?: string; credential: Pick<CallOptions, 'token' | 'apiKey'> }>>
  > = {
    nobody: () => Promise.resolve({ credential: {} }),
    ...Object.fromEntries(
      ROLES.map((role) => [
        role,
        async () => ({ id: users.get(role) ?? '', credential: { token: await tokenOf(role) } }),
      ]),
    ),
    'a key that processes': () =>
      Promise.resolve({ id: processKey.id, credential: { apiKey: processKey.key } }),
    'a key that reads': () => Promise.resolve({ id: readKey.id, credential: { apiKey: readKey.key } }),
  };

  it.each(Object.keys(everybody))('to %s, on every route: access and limits', async (name) => {
    const routes = routesOf(gateway.app).filter((route) => !route.includes(' /v1/'));
    expect(routes.length).toBeGreaterThan(60);
    const [explained, happened]: [unknown[], unknown[]] = [[], []];
    for (const route of routes) {
      const { id, credential } = await everybody[name]!();
      const explanation = await explain(route, id);
      explained.push({ route, code: explanation.access.code, limits: policyOf(explanation) });
      happened.push({ route, ...(await happens(route, credential)) });
    }
    expect(explained).toEqual(happened);
  });

  it.each([
    '/process',
    '/phase1/process',
    '/phase1/detect-corners',
    '/phase1/unwarp',
    '/phase2/embed',
    '/phase3/classify',
    '/phase5/ocr',
  ])('POST %s › the microservices, and whether results are kept', async (path) => {
    const token = await tokenOf('user');
    const answer = await sendDocument(gateway.url, freshDocument(), { token, path });
    expect(answer.status).toBe(200);
    await agrees(path, answer.cacheStatus);
  });

  it.each<[string, object, Role]>([
    ['/phase2/cluster', { embeddings: [[0], [1]], max_k: 2 }, 'user'],
    ['/phase6/extract', { text: 'NOMBRES', document_type: 'pasaporte' }, 'user'],
    [
      '/phase3/train',
      {
        samples: [
          { image: 'aW1hZ2U=', label: 'a' },
          { image: 'aW1hZ2U=', label: 'b' },
        ],
      },
      'admin',
    ],
    ['/services/ml_embeddings/cluster', { embeddings: [[0], [1]] }, 'user'],
  ])('POST %s › the microservices, and whether results are kept', async (path, body, role) => {
    const { status, headers } = await callApi(gateway.url, `POST ${path}`, {
      token: await tokenOf(role),
      body,
    });
    expect(status).toBe(200);
    await agrees(path, headers.get('cache-status'));
  });

  async function agrees(path: string, cacheStatus: string | null): Promise<void> {
    const called = new Set(microservices.calls.map(({ service }) => service));
    const explanation = await explain(`POST ${path}`);
    expect(new Set(explanation.microservices.map(({ name }) => name))).toEqual(called);
    expect(explanation.cache !== null).toBe(cacheStatus !== null);
  }

  it('a document that is for the queue › jobs', async () => {
    const { status } = await submit(gateway.url, freshDocument(), { token: await tokenOf('user') });
    expect(status).toBe(202);
    for (const route of ['POST /process', 'POST /jobs/batch'])
      expect((await explain(route)).jobs).toMatchObject({ max_attempts: 5, sync_limit_seconds: 60 });
    expect((await explain('POST /phase5/ocr')).jobs).toBeNull();
  });

  it('an upload that is too large › 413 with the limit that is explained', async () => {
    for (const [path, name] of [
      ['/process', 'max_document_bytes'],
      ['/phase2/cluster', 'max_bytes'],
    ] as const) {
      const { uploads } = await explain(`POST ${path}`);
      const lines = [
        `POST ${path} HTTP/1.1`,
        `host: ${new URL(gateway.url).host}`,
        `authorization: Bearer ${await tokenOf('user')}`,
        'content-type: application/json',
        'content-length: 999999999',
      ];
      const { status, body } = await rawRequest(gateway.url, [...lines, '', ''].join('\r\n'));
      const { limit } = JSON.parse(body) as { limit: number };
      // A document in JSON is a third longer, and has parameters beside it.
      const factor = name === 'max_bytes' ? 1 : 4 / 3;
      expect([status, Math.abs(limit - Number(uploads?.[name]) * factor) <= 65_540]).toEqual([413, true]);
    }
  });

  it('a path of a microservice that trains › only for those who may', async () => {
    const route = 'POST /services/ml_classifier/train';
    for (const [role, code] of [
      ['user', 'INSUFFICIENT_SCOPE'],
      ['admin', undefined],
    ] as const) {
      expect((await explain(route, users.get(role))).access.code).toBe(code);
      expect((await happens(route, { token: await tokenOf(role) })).code).toBe(code);
    }
  });

  it('a key that was revoked, a user who was disabled › 401', async () => {
    const { id, key } = await createKey(['documents:process']);
    await callApi(gateway.url, `DELETE /auth/api-keys/${id}`, { token: await tokenOf('user') });
    const answer = await callApi<{ code: string }>(gateway.url, 'POST /process', { apiKey: key });
    const ofKey = await explain('POST /process', id);
    expect(ofKey).toMatchObject({ principal: { kind: 'api_key', state: 'revoked' } });
    expect(ofKey.access).toMatchObject({ granted: false, status: answer.status, code: answer.body.code });
    expect(ofKey.limits).toMatchObject([{ name: 'default', counted_by: 'address', remaining: null }]);

    const user = await createUser('user');
    await callApi(gateway.url, `POST /admin/users/${user}/disable`, { token: await tokenOf('admin') });
    expect(await explain('GET /jobs', user)).toMatchObject({
      principal: { state: 'disabled' },
      access: { granted: false, status: 401, code: 'INVALID_TOKEN' },
    });
  });

  it('limits › with what is left of them', async () => {
    const { key, id } = await createKey(['documents:process'], '10/hour');
    for (let n = 0; n < 3; n += 1) await happens('POST /phase2/cluster', { apiKey: key });
    const { limits } = await explain('POST /phase2/cluster', id);
    expect(limits.find(({ name }) => name === 'api_key')).toMatchObject({
      limit: 10,
      counted_by: 'api_key',
      remaining: 7,
    });
  });
});

describe('GET /admin/explain', () => {
  it('tells scopes, policy, cache and deadline', async () => {
    const explanation = await explain('POST /v1/phase5/ocr', users.get('user'));
    expect(explanation).toMatchObject({
      route: { method: 'POST', template: '/phase5/ocr', is_public: false, scopes: ['documents:process'] },
      principal: { kind: 'user', role: 'user', state: 'active' },
      access: { granted: true },
      uploads: { max_document_bytes: 20_971_520, max_pixels: 50_000_000 },
      microservices: [
        { name: 'ocr_extractor', operations: ['ocr'], policy: { timeout: 90, max_retries: 2 } },
      ],
      cache: { operations: ['ocr'], ttl_seconds: 86_400 },
      deadline_seconds: 180,
    });
    expect((await explain('GET /health')).route).toMatchObject({ is_public: true, scopes: null });
  });

  it.each(['GET /jobs/job_1', 'GET /jobs/{id}', 'GET /jobs/:id', 'HEAD /v1/jobs/x?limit=1', 'GET /JOBS/x/'])(
    '%s › the route that would answer it',
    async (route) => {
      expect((await explain(route)).route.template).toBe('/jobs/:id');
    },
  );

  it.each(['GET /nothing', 'DELETE /process', 'GET /v1/v1/jobs', 'GET /__proto__'])(
    '%s › there is no such route',
    async (route) => {
      const { status, body } = await ask({ route });
      expect([status, body.code]).toEqual([404, 'ROUTE_UNKNOWN']);
    },
  );

  it.each<Record<string, string>>([
    {},
    { route: 'process' },
    { route: 'POST' },
    { route: 'BREW /process' },
    { route: 'GET /jobs/%ff' },
    { route: 'GET /jobs', principal: 'ana' },
    { route: 'GET /jobs', as: 'json' },
    { route: `GET /${'x'.repeat(3_000)}` },
  ])('%j › 422', async (query) => {
    const { status, body } = await ask(query);
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });

  it('a principal that is not there › 404', async () => {
    const { status, body } = await ask({ route: 'GET /jobs', principal: randomUUID() });
    expect([status, body.code]).toEqual([404, 'PRINCIPAL_NOT_FOUND']);
  });

  it('does not charge what it explains', async () => {
    const first = await explain('POST /process', users.get('user'));
    expect(await explain('POST /process', users.get('user'))).toEqual(first);
  });
});
