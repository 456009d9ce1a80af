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
import { type RawAnswer, rawRequest } from '../support/raw-request.js';
import { METHODS, routesOf } from '../support/routes.js';

jest.setTimeout(60_000);

/** `public`: no credential is looked at. `people`: any access token, and no API key. `known`: any credential. */
type Access = 'public' | 'people' | 'known' | Scope;

/** What each route asks for; a new route is a new line here. */
const ACCESS: Readonly<Record<string, Access>> = {
  'GET /.well-known/jwks.json': 'public',
  'DELETE /console/session': 'public',
  'GET /console': 'public',
  'GET /console/*path': 'public',
  'GET /docs': 'public',
  'GET /docs/favicon-32x32.png': 'public',
  'GET /docs/start.js': 'public',
  'GET /docs/swagger-ui-bundle.js': 'public',
  'GET /docs/swagger-ui.css': 'public',
  'GET /docs/errors.css': 'public',
  'GET /errors': 'public',
  'GET /errors/:code': 'public',
  'GET /health': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /openapi.json': 'public',
  'POST /auth/login': 'public',
  'POST /auth/refresh': 'public',
  'POST /auth/register': 'public',
  'POST /console/session': 'public',
  'POST /console/session/refresh': 'public',

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

  'GET /limits': 'known',

  'DELETE /documents/:sha256': 'documents:process',
  'DELETE /jobs/:id': 'documents:process',
  'POST /phase1/detect-corners': 'documents:process',
  'POST /phase1/process': 'documents:process',
  'POST /phase1/unwarp': 'documents:process',
  'POST /phase2/cluster': 'documents:process',
  'POST /phase2/embed': 'documents:process',
  'POST /phase3/classify': 'documents:process',
  'POST /phase5/ocr': 'documents:process',
  'POST /phase6/extract': 'documents:process',
  'POST /process': 'documents:process',
  'DELETE /webhooks/disabled/:id': 'documents:process',
  'POST /webhooks/deliveries/:id/replay': 'documents:process',
  'POST /webhooks/secret/rotate': 'documents:process',

  'GET /webhooks/deliveries': 'documents:read',
  'GET /webhooks/deliveries/:id': 'documents:read',
  'GET /webhooks/disabled': 'documents:read',
  'GET /webhooks/secret': 'documents:read',

  'POST /jobs/batch': 'documents:process',
  'GET /jobs': 'documents:read',
  'GET /jobs/:id': 'documents:read',
  'GET /jobs/:id/events': 'documents:read',
  'GET /jobs/:id/timeline': 'documents:read',
  'GET /results/:processing_id': 'documents:read',

  'DELETE /services/:service/*path': 'services:proxy',
  'GET /services': 'services:proxy',
  'GET /services/:service/*path': 'services:proxy',
  'OPTIONS /services/:service/*path': 'services:proxy',
  'PATCH /services/:service/*path': 'services:proxy',
  'POST /services/:service/*path': 'services:proxy',
  'PUT /services/:service/*path': 'services:proxy',

  'POST /phase3/train': 'models:train',

  'GET /admin/audit-log': 'admin:read',
  'GET /admin/explain': 'admin:read',
  'GET /admin/jobs': 'admin:read',
  'GET /admin/log-level': 'admin:read',
  'GET /admin/rate-limits/:subject': 'admin:read',
  'GET /admin/services': 'admin:read',
  'GET /admin/rate-limits': 'admin:read',
  'GET /admin/stats': 'admin:read',
  'GET /admin/stats/history': 'admin:read',
  'GET /admin/users': 'admin:read',
  'GET /admin/users/:id': 'admin:read',

  'DELETE /admin/rate-limits/:subject': 'admin:*',
  'POST /admin/cache/purge': 'admin:*',
  'PUT /admin/log-level': 'admin:*',
  'POST /admin/jobs/:id/retry': 'admin:*',
  'POST /admin/services/:service/breaker': 'admin:*',
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
      ...(hasNoBody(method) ? {} : { 'content-type': 'application/json' }),
    },
    ...(hasNoBody(method) ? {} : { body: '{}' }),
  });
  const text = await response.text();
  expect(response.status).not.toBe(500);
  if (response.status !== 401 && response.status !== 403) return 'in';
  const code = text === '' ? codeOfHead(response) : (JSON.parse(text) as { code: string }).code;
  if (!REFUSALS.has(code)) return 'in';
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="iris"/);
  expect(response.status).toBe(code === 'AUTHENTICATION_REQUIRED' ? 401 : 403);
  return code as Verdict;
}

function hasNoBody(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The answer to HEAD has no body to tell. */
function codeOfHead(response: Response): Verdict {
  return response.status === 401 ? 'AUTHENTICATION_REQUIRED' : 'INSUFFICIENT_SCOPE';
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

function isForAll(access: Access): access is 'public' | 'known' {
  return access === 'public' || access === 'known';
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
        isForAll(access) || access === 'people' || grants(scopes, access) ? 'in' : 'INSUFFICIENT_SCOPE',
      ),
    );
  });

  it.each(SCOPES)('an API key for %s › that, and nothing that is for people', async (scope) => {
    const held = new Set([scope]);
    expect(await verdicts(() => ({ apiKey: keys.get(scope) }))).toEqual(
      expected((access) => {
        if (isForAll(access)) return 'in';
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
  type Spelling = (method: string, path: string) => string;
  const respelt =
    (change: (path: string) => string): Spelling =>
    (method, path) =>
      `${method} ${change(path)}`;
  const by =
    (method: string): Spelling =>
    (_method, path) =>
      `${method} ${path}`;
  /** What comes after the first slash, which every path has. */
  const inside = (path: string): string => path.slice(1);

  /** Request lines that some proxy, framework or file system takes for the route. */
  const SPELLINGS: Readonly<Record<string, Spelling>> = {
    'as it is': respelt((path) => path),
    HEAD: by('HEAD'),
    OPTIONS: by('OPTIONS'),
    TRACE: by('TRACE'),
    GET: by('GET'),
    POST: by('POST'),
    PUT: by('PUT'),
    PATCH: by('PATCH'),
    DELETE: by('DELETE'),
    'a slash at the end': respelt((path) => `${path}/`),
    'two slashes at the end': respelt((path) => `${path}//`),
    'two slashes in front': respelt((path) => `/${path}`),
    'two slashes inside': respelt((path) => `/${inside(path).replaceAll('/', '//')}`),
    'upper case': respelt((path) => path.toUpperCase()),
    'a capital': respelt((path) => `/${inside(path).charAt(0).toUpperCase()}${path.slice(2)}`),
    backslashes: respelt((path) => `/${inside(path).replaceAll('/', '\\')}`),
    ';x': respelt((path) => `${path};x=1`),
    ';x inside': respelt((path) => `/${inside(path).replace('/', ';x/')}`),
    '.json': respelt((path) => `${path}.json`),
    '%2e': respelt((path) => `/%2e${path}`),
    '.': respelt((path) => `/.${path}`),
    '%2e%2e behind a public one': respelt((path) => `/health/%2e%2e${path}`),
    '.. behind a public one': respelt((path) => `/health/..${path}`),
    '..; behind a public one': respelt((path) => `/docs/..;${path}`),
    '%2f behind a public one': respelt((path) => `/health/..%2f${inside(path)}`),
    '%2f': respelt((path) => `/${inside(path).replaceAll('/', '%2f')}`),
    '%252f': respelt((path) => `/${inside(path).replaceAll('/', '%252f')}`),
    'an escaped letter': respelt((path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`),
    '%00': respelt((path) => `${path}%00`),
    '%20': respelt((path) => `${path}%20`),
    '%09': respelt((path) => `${path}%09`),
    '%0a': respelt((path) => `${path}%0a`),
    '%3f': respelt((path) => `${path}%3f`),
    '%23': respelt((path) => `${path}%23`),
    'a query': respelt((path) => `${path}?public=true`),
    'an overlong slash': respelt((path) => `/${inside(path).replaceAll('/', '%c0%af')}`),
    '/v1': respelt((path) => `/v1${path}`),
    '/V1': respelt((path) => `/V1${path}`),
    '/v1//': respelt((path) => `/v1/${path}`),
    '/v1/v1': respelt((path) => `/v1/v1${path}`),
    '/v1/..': respelt((path) => `/v1/..${path}`),
    '/v2': respelt((path) => `/v2${path}`),
    'an absolute address': (method, path) => `${method} ${new URL(path, gateway.url).href}`,
    'an absolute address of somebody else': (method, path) => `${method} http://localhost${path}`,
  };

  /** Headers by which some proxies and frameworks are told another method or path. */
  const DETOURS: Readonly<Record<string, (method: string, path: string) => Record<string, string>>> = {
    'X-HTTP-Method-Override': (method) => ({ 'X-HTTP-Method-Override': method }),
    'X-HTTP-Method': (method) => ({ 'X-HTTP-Method': method }),
    'X-Method-Override': (method) => ({ 'X-Method-Override': method }),
    'X-Original-URL': (_method, path) => ({ 'X-Original-URL': path }),
    'X-Rewrite-URL': (_method, path) => ({ 'X-Rewrite-URL': path }),
    'X-Forwarded-Prefix': (_method, path) => ({ 'X-Forwarded-Prefix': path }),
  };

  const closed = ROUTES.filter(([, access]) => access !== 'public').map(([route]) => route);
  const administrative = ROUTES.filter(([, access]) => access.startsWith('admin:')).map(([route]) => route);
  const REFUSED = [400, 401, 403, 404, 405, 501];
  /** With another method, a closed route must not be taken for one of these. */
  const PUBLIC_PATHS = new Set(
    ROUTES.filter(([, access]) => access === 'public').map(([route]) => route.split(' ')[1]),
  );

  /** With the id of a user whom the request would really change. */
  function partsOf(route: string): readonly [method: string, path: string] {
    const [method = '', path = ''] = route.split(' ');
    return [method, path.replace(':id', users.get('operator') ?? '')];
  }

  async function send(
    line: string,
    credential: Credential,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<RawAnswer> {
    const { host } = new URL(gateway.url);
    const headers = { host, connection: 'close', ...headersOf(credential), ...extra };
    const lines = Object.entries({ ...headers, 'content-type': 'application/json', 'content-length': '2' });
    const head = [`${line} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
    return rawRequest(gateway.url, [...head, '', '{}'].join('\r\n'));
  }

  /** OPTIONS may say which methods there are, to anybody, and nothing else. */
  function isRefused(line: string, { status, body }: RawAnswer): boolean {
    if (line.startsWith('OPTIONS ') && (status === 200 || status === 204)) return /^[A-Z, ]*$/.test(body);
    return REFUSED.includes(status);
  }

  async function opened(
    routes: readonly string[],
    spell: Spelling,
    credential: Credential,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const route of routes) {
      const line = spell(...partsOf(route));
      const answer = await send(line, credential);
      if (!isRefused(line, answer)) found.push(`${line} › ${answer.status}`);
    }
    return found;
  }

  it('begin with every closed route of the running router', () => {
    expect(closed.length).toBeGreaterThan(25);
    expect(administrative.length).toBeGreaterThan(5);
    expect(closed.filter((route) => PUBLIC_PATHS.has(route.split(' ')[1]))).toEqual([]);
  });

  it.each(Object.keys(SPELLINGS))('%s › no way in', async (name) => {
    const spell = SPELLINGS[name] ?? by('GET');
    expect(await opened(closed, spell, {})).toEqual([]);
    expect(await opened(administrative, spell, { token: await tokenOf('user') })).toEqual([]);
    expect(await opened(administrative, spell, { apiKey: keys.get('documents:process') })).toEqual([]);
  });

  it.each(Object.keys(DETOURS))('%s › no way in', async (name) => {
    const found: string[] = [];
    const token = await tokenOf('user');
    for (const route of closed) {
      const [method, path] = partsOf(route);
      const extra = DETOURS[name]?.(method, path) ?? {};
      const credentials = administrative.includes(route) ? [{}, { token }] : [{}];
      for (const line of [`GET ${path}`, `POST ${path}`, 'GET /nothing-is-here', 'POST /nothing-is-here']) {
        for (const credential of credentials) {
          const answer = await send(line, credential, extra);
          if (!isRefused(line, answer)) found.push(`${line} › ${answer.status}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('lets an operator change nothing by another method', async () => {
    for (const name of Object.keys(DETOURS)) {
      const extra = DETOURS[name]?.('GET', '/admin/users') ?? {};
      const answer = await send('POST /admin/users', { token: await tokenOf('operator') }, extra);
      expect(answer.status).toBe(403);
    }
  });
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
      if (access !== 'public' && access !== 'people' && access !== 'known')
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
  if (access === 'known') return [{ bearer: [] }, { api_key: [] }];
  return [{ bearer: [access] }, { api_key: [access] }];
}
