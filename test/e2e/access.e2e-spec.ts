import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import {
  grants,
  type Role,
  ROLES,
  type Scope,
  SCOPES,
  scopesOfRole,
} from '../../src/common/context/index.js';
import { UsersService } from '../../src/users/index.js';
import { issueToken } from '../support/access-token.js';
import { callApi, type CallOptions } from '../support/api-client.js';
import { TestGateway } from '../support/gateway.js';
import { rawRequest } from '../support/raw-request.js';
import { METHODS, routesOf } from '../support/routes.js';

jest.setTimeout(60_000);

/** `public`: no credential is looked at. `people`: any access token, and no API key. */
type Access = 'public' | 'people' | Scope;

/** What each route asks for; a new route is a new line here. */
const ACCESS: Readonly<Record<string, Access>> = {
  'GET /.well-known/jwks.json': 'public',
  'GET /docs': 'public',
  'GET /docs/favicon-32x32.png': 'public',
  'GET /docs/start.js': 'public',
  'GET /docs/swagger-ui-bundle.js': 'public',
  'GET /docs/swagger-ui.css': 'public',
  'GET /health': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /openapi.json': 'public',
  'POST /auth/login': 'public',
  'POST /auth/refresh': 'public',
  'POST /auth/register': 'public',

  'DELETE /auth/api-keys/:id': 'people',
  'DELETE /auth/sessions/:id': 'people',
  'GET /auth/api-keys': 'people',
  'GET /auth/api-keys/:id': 'people',
  'GET /auth/me': 'people',
  'GET /auth/sessions': 'people',
  'POST /auth/api-keys': 'people',
  'POST /auth/api-keys/:id/rotate': 'people',
  'POST /auth/logout': 'people',
  'POST /auth/logout-all': 'people',
  'POST /auth/password': 'people',

  'POST /phase1/detect-corners': 'documents:process',
  'POST /phase1/process': 'documents:process',
  'POST /phase1/unwarp': 'documents:process',
  'POST /phase2/cluster': 'documents:process',
  'POST /phase2/embed': 'documents:process',
  'POST /phase3/classify': 'documents:process',
  'POST /phase5/ocr': 'documents:process',
  'POST /phase6/extract': 'documents:process',
  'POST /process': 'documents:process',

  'DELETE /services/:service/*path': 'services:proxy',
  'GET /services': 'services:proxy',
  'GET /services/:service/*path': 'services:proxy',
  'OPTIONS /services/:service/*path': 'services:proxy',
  'PATCH /services/:service/*path': 'services:proxy',
  'POST /services/:service/*path': 'services:proxy',
  'PUT /services/:service/*path': 'services:proxy',

  'POST /phase3/train': 'models:train',

  'GET /admin/audit-log': 'admin:read',
  'GET /admin/users': 'admin:read',
  'GET /admin/users/:id': 'admin:read',

  'POST /admin/users': 'admin:*',
  'POST /admin/users/:id/disable': 'admin:*',
  'POST /admin/users/:id/enable': 'admin:*',
  'POST /admin/users/:id/password': 'admin:*',
  'PUT /admin/users/:id/role': 'admin:*',
};

type Verdict = 'in' | 'AUTHENTICATION_REQUIRED' | 'INSUFFICIENT_SCOPE' | 'ACCESS_TOKEN_REQUIRED';
type Credential = Pick<CallOptions, 'token' | 'apiKey'>;

const ROUTES = Object.entries(ACCESS);
/** Whatever else a route answers, its guards have let the request in. */
const REFUSALS = new Set([
  'AUTHENTICATION_REQUIRED',
  'INVALID_TOKEN',
  'INVALID_API_KEY',
  'INSUFFICIENT_SCOPE',
  'ACCESS_TOKEN_REQUIRED',
]);

let gateway: TestGateway;
const users = new Map<Role, string>();
const keys = new Map<Scope, string>();

beforeAll(async () => {
  gateway = await TestGateway.start();
  for (const role of ROLES) users.set(role, await createUser(role));
  for (const scope of SCOPES) keys.set(scope, await createKey(scope));
});

afterAll(() => gateway.stop());

async function createUser(role: Role): Promise<string> {
  const email = `${role}@example.com`;
  await gateway.createUser(email, role);
  const user = await gateway.app.get(UsersService, { strict: false }).findByEmail(email);
  return user?.id ?? '';
}

/** A session for each request: some of the routes end it. */
function tokenOf(role: Role): Promise<string> {
  return issueToken(gateway.app, { id: users.get(role) ?? '', role });
}

async function createKey(scope: Scope): Promise<string> {
  const options = { token: await tokenOf('admin'), body: { name: scope, scopes: [scope] } };
  return (await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', options)).body.key;
}

async function verdictOf(route: string, credential: Credential): Promise<Verdict> {
  const [method = '', path = ''] = route.split(' ');
  const response = await gateway.fetch(path, {
    method,
    headers: {
      ...headersOf(credential),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const text = await response.text();
  expect(response.status).not.toBe(500);
  if (response.status !== 401 && response.status !== 403) return 'in';
  const { code } = JSON.parse(text) as { code: string };
  if (!REFUSALS.has(code)) return 'in';
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="iris"/);
  expect(response.status).toBe(code === 'AUTHENTICATION_REQUIRED' ? 401 : 403);
  return code as Verdict;
}

function headersOf({ token, apiKey }: Credential): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(apiKey === undefined ? {} : { 'x-api-key': apiKey }),
  };
}

async function verdicts(
  credential: () => Credential | Promise<Credential>,
): Promise<Record<string, Verdict>> {
  const seen: Record<string, Verdict> = {};
  for (const [route] of ROUTES) seen[route] = await verdictOf(route, await credential());
  return seen;
}

function expected(judge: (access: Access) => Verdict): Record<string, Verdict> {
  return Object.fromEntries(ROUTES.map(([route, access]) => [route, judge(access)]));
}

describe('access', () => {
  it('is written down here for every route, under /v1 as well', () => {
    const routes = routesOf(gateway.app).map((route) => route.replace(' /v1/', ' /'));
    expect([...new Set(routes)].sort()).toEqual(Object.keys(ACCESS).sort());
  });

  it('nobody in particular › public routes only', async () => {
    expect(await verdicts(() => ({}))).toEqual(
      expected((access) => (access === 'public' ? 'in' : 'AUTHENTICATION_REQUIRED')),
    );
  });

  it.each(ROLES)('a logged-in %s › what the role allows', async (role) => {
    const scopes = scopesOfRole(role);
    expect(await verdicts(async () => ({ token: await tokenOf(role) }))).toEqual(
      expected((access) =>
        access === 'public' || access === 'people' || grants(scopes, access) ? 'in' : 'INSUFFICIENT_SCOPE',
      ),
    );
  });

  it.each(SCOPES)('an API key for %s › that, and nothing that is for people', async (scope) => {
    const held = new Set([scope]);
    expect(await verdicts(() => ({ apiKey: keys.get(scope) }))).toEqual(
      expected((access) => {
        if (access === 'public') return 'in';
        if (access === 'people') return 'ACCESS_TOKEN_REQUIRED';
        return grants(held, access) ? 'in' : 'INSUFFICIENT_SCOPE';
      }),
    );
  });

  it('operators see the admin pages, and change nothing', () => {
    const changes = ROUTES.filter(
      ([route, access]) => access.startsWith('admin:') && !route.startsWith('GET '),
    );
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(([, access]) => grants(scopesOfRole('operator'), access as Scope))).toEqual([]);
  });
});

describe('other spellings of a route', () => {
  const SPELLINGS = [
    'GET /admin/users',
    'GET /ADMIN/users',
    'GET /admin\\users',
    'GET /admin/users/',
    'GET //admin/users',
    'GET /admin//users',
    'GET /admin/./users',
    'GET /x/../admin/users',
    'GET /admin/%75sers',
    'GET /admin%2fusers',
    'GET /admin/users;x=1',
    'GET /admin/users%00',
    'GET /admin/users%20',
    'GET /admin/users.json',
    'GET /v1/admin/users',
    'GET /V1/admin/users',
    'GET /v1/v1/admin/users',
    'GET /v2/admin/users',
    'GET /docs/../admin/users',
    'GET /health/..%2fadmin/users',
    'HEAD /admin/users',
    'PATCH /admin/users',
    'TRACE /admin/users',
  ];

  it.each(SPELLINGS)('%s › no way in', async (spelling) => {
    const credentials = [{}, { token: await tokenOf('user') }, { apiKey: keys.get('documents:process') }];
    const { host } = new URL(gateway.url);
    for (const credential of credentials) {
      const headers = { host, connection: 'close', ...headersOf(credential) };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      const bytes = [`${spelling} HTTP/1.1`, ...lines, '', ''].join('\r\n');
      expect([400, 401, 403, 404, 405]).toContain((await rawRequest(gateway.url, bytes)).status);
    }
  });

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])(
    '%s does not change the method',
    async (name) => {
      const headers = { authorization: `Bearer ${await tokenOf('operator')}`, [name]: 'GET' };
      const response = await gateway.fetch('/admin/users', { method: 'POST', headers });
      expect(response.status).toBe(403);
    },
  );
});

describe('GET /openapi.json', () => {
  it('says what each route asks for', async () => {
    const { paths } = (await (await gateway.fetch('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { security?: unknown; responses: Record<string, unknown> }>>;
    };
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security, responses }]) => {
        const template = path.replace('{path}', '*path').replace(/\{(\w+)\}/g, ':$1');
        const route = `${method.toUpperCase()} ${template}`;
        return { route, security, has403: '403' in responses };
      }),
    );
    expect(documented.length).toBeGreaterThan(25);
    for (const { route, security, has403 } of documented.filter(isJudged)) {
      const access = ACCESS[route];
      expect({ route, security: security ?? [{ bearer: [] }] }).toEqual({
        route,
        security: securityOf(access),
      });
      if (access !== 'public' && access !== 'people')
        expect({ route, has403 }).toEqual({ route, has403: true });
    }
  });
});

function isJudged({ route }: { readonly route: string }): boolean {
  return METHODS.has(route.split(' ')[0] ?? '');
}

function securityOf(access: Access | undefined): object[] {
  if (access === 'public') return [{}];
  if (access === 'people' || access === undefined) return [{ bearer: [] }];
  return [{ bearer: [access] }, { api_key: [access] }];
}
