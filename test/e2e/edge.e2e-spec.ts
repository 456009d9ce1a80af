import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TestGateway } from '../support/gateway.js';
import { rawRequest } from '../support/raw-request.js';
import { routesOf } from '../support/routes.js';

const SEED_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '1; mode=block',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': "default-src 'self'; img-src 'self' data:; script-src 'self'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=()',
};

const PUBLIC_ROUTES = [
  'DELETE /console/session',
  'GET /.well-known/jwks.json',
  'GET /auth/login',
  'GET /console',
  'GET /console/*path',
  'GET /docs',
  'GET /docs/favicon-32x32.png',
  'GET /docs/start.js',
  'GET /docs/swagger-ui-bundle.js',
  'GET /docs/swagger-ui.css',
  'GET /docs/errors.css',
  'GET /errors',
  'GET /errors/:code',
  'GET /health',
  'GET /health/live',
  'GET /health/ready',
  'GET /openapi.json',
  'POST /auth/login',
  'POST /auth/refresh',
  'POST /auth/register',
  'POST /console/session',
  'POST /console/session/refresh',
];

interface Operation {
  readonly responses: Readonly<Record<string, object>>;
}

let gateway: TestGateway;
let host: string;

beforeAll(async () => {
  gateway = await TestGateway.start({ env: { CORS_ORIGINS: '["https://iris.example.com"]' } });
  host = new URL(gateway.url).host;
});

afterAll(() => gateway.stop());

async function statusOf(route: string): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const response = await gateway.fetch(path, { method, headers: { 'content-type': 'application/json' } });
  await response.body?.cancel();
  return response.status;
}

describe('every route', () => {
  it('is described with 429, but for the free ones', async () => {
    const response = await gateway.fetch('/openapi.json');
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
    const free = Object.entries(paths)
      .filter(([, item]) => Object.values(item).some(({ responses }) => !('429' in responses)))
      .map(([path]) => path);
    expect(free).toEqual(['/errors', '/errors/{code}', '/health', '/health/live', '/health/ready']);
  });

  it('is known twice: at the root and under /v1', () => {
    const api = routesOf(gateway.app).filter((route) => !/ \/(docs|console)/.test(route));
    const root = api.filter((route) => !route.includes(' /v1/'));
    expect(root.length).toBeGreaterThan(10);
    expect(api.filter((route) => route.includes(' /v1/')).sort()).toEqual(
      root.map((route) => route.replace(' /', ' /v1/')).sort(),
    );
  });

  it('answers 401 without a token, but for the public ones', async () => {
    const open: string[] = [];
    for (const route of routesOf(gateway.app)) {
      if ((await statusOf(route)) !== 401) open.push(route.replace(' /v1/', ' /'));
    }
    expect([...new Set(open)].filter((route) => !PUBLIC_ROUTES.includes(route))).toEqual([]);
  });

  it('names its error, its realm and the request in a 401', async () => {
    const response = await gateway.fetch('/process', {
      method: 'POST',
      headers: { 'x-request-id': 'mine-1' },
    });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="iris"');
    expect(response.headers.get('x-request-id')).toBe('mine-1');
    expect(await response.json()).toMatchObject({
      type: '/errors/AUTHENTICATION_REQUIRED',
      status: 401,
      code: 'AUTHENTICATION_REQUIRED',
      instance: '/process',
      request_id: 'mine-1',
      retryable: false,
    });
  });

  it.each(['/nothing', '/v2/process', '/process/', '/PROCESS/x', '/process%2f', '/%2e%2e/process'])(
    'does not exist at %s for somebody without a token',
    async (path) => {
      expect([401, 404]).toContain(await statusOf(`POST ${path}`));
    },
  );

  it('answers 405 with Allow to another method', async () => {
    const response = await gateway.fetch('/process');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('every answer', () => {
  it.each(['/health', '/nothing', '/auth/me', '/docs', '/openapi.json', '/console', '/console/'])(
    'carries the security headers at %s',
    async (path) => {
      const { headers } = await gateway.fetch(path);
      expect(Object.fromEntries(Object.keys(SEED_HEADERS).map((name) => [name, headers.get(name)]))).toEqual(
        SEED_HEADERS,
      );
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('x-processing-time')).toMatch(/^\d+\.\d{3}$/);
    },
  );

  it('carries CORS headers for an allowed origin, on errors too', async () => {
    const { headers, status } = await gateway.fetch('/process', {
      method: 'POST',
      headers: { origin: 'https://iris.example.com' },
    });
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBe('https://iris.example.com');
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-expose-headers')).toBe(
      'X-Request-ID, X-Processing-Time, X-Rate-Limit-Remaining',
    );
    expect(headers.get('vary')).toContain('Origin');
  });

  it('carries none for another origin', async () => {
    const { headers } = await gateway.fetch('/health', {
      headers: { origin: 'https://iris.example.com.evil.org' },
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a preflight', () => {
  it('is answered with 204 and what the seed page allows', async () => {
    const response = await gateway.fetch('/process', {
      method: 'OPTIONS',
      headers: { origin: 'https://iris.example.com', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, X-Request-ID, X-API-Key',
    );
    expect(response.headers.get('access-control-max-age')).toBe('86400');
  });
});

describe('hostile requests', () => {
  const close = 'Connection: close\r\n';

  it.each([
    ['another host', `GET /openapi.json HTTP/1.1\r\nHost: evil.example.org\r\n${close}\r\n`],
    ['no host', `GET /openapi.json HTTP/1.1\r\n${close}\r\n`],
    ['an empty host', `GET /openapi.json HTTP/1.1\r\nHost:\r\n${close}\r\n`],
    ['two hosts', `GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n${close}\r\n`],
    ['hosts joined by a comma', `GET /openapi.json HTTP/1.1\r\nHost: localhost,evil.org\r\n${close}\r\n`],
    ['a user in the host', `GET /openapi.json HTTP/1.1\r\nHost: localhost@evil.org\r\n${close}\r\n`],
    ['a path in the host', `GET /openapi.json HTTP/1.1\r\nHost: localhost/x\r\n${close}\r\n`],
    [
      'a length and chunks',
      `POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${close}\r\n0\r\n\r\n`,
    ],
    [
      'two lengths',
      `POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n${close}\r\nabc`,
    ],
    ['broken percent-encoding', `GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`],
    ['no HTTP', 'HELLO\r\n\r\n'],
  ])('%s → 400', async (_what, bytes) => {
    const { body, status } = await rawRequest(gateway.url, bytes);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: expect.stringMatching(/^[A-Z_]+$/) });
  });

  it('headers beyond the limit → 431', async () => {
    const bytes = `GET /health HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${'x'.repeat(20_000)}\r\n${close}\r\n`;
    const { body, status } = await rawRequest(gateway.url, bytes);
    expect(status).toBe(431);
    expect(JSON.parse(body)).toMatchObject({ code: 'HEADERS_TOO_LARGE' });
  });

  it('a request id that could break a log or a header is replaced', async () => {
    const response = await gateway.fetch('/health', { headers: { 'x-request-id': 'a'.repeat(129) } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['{"email":', 400, 'REQUEST_MALFORMED'],
    ['[]', 422, 'VALIDATION_FAILED'],
    ['{"email":"a@example.com","password":"x","role":"admin"}', 422, 'VALIDATION_FAILED'],
    [`{"email":"${'a'.repeat(70_000)}"}`, 413, 'PAYLOAD_TOO_LARGE'],
  ])('a login with %.40s → %d', async (body, status, code) => {
    const response = await gateway.fetch('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('probes', () => {
  it('GET /health is the report of the contract', async () => {
    const response = await gateway.fetch('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'degraded',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      services: {
        image_processor: 'unhealthy',
        ml_embeddings: 'unhealthy',
        ml_classifier: 'unhealthy',
        ocr_extractor: 'unhealthy',
      },
      uptime: expect.any(Number),
      memory: { used: expect.stringMatching(/^[\d.]+ MB$/), total: expect.stringMatching(/^[\d.]+ MB$/) },
    });
  });

  it('are answered whatever the host is called, because the cluster asks by address', async () => {
    const { status } = await rawRequest(
      gateway.url,
      'GET /health/live HTTP/1.1\r\nHost: 10.1.2.3\r\nConnection: close\r\n\r\n',
    );
    expect(status).toBe(200);
  });
});
