import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ProxiedService } from '../../support/proxied-service.js';
import { Upstream, type UpstreamCallRecord } from '../../support/upstream.js';

let upstream: Upstream;
let service: ProxiedService;
let behindProxy: ProxiedService;

beforeAll(async () => {
  upstream = await Upstream.start();
  service = await ProxiedService.start(upstream.url);
  behindProxy = await ProxiedService.start(upstream.url, { TRUSTED_PROXIES: '["127.0.0.0/8"]' });
}, 60_000);

afterAll(async () => {
  await Promise.all([service.stop(), behindProxy.stop()]);
  await upstream.close();
});

beforeEach(() => {
  upstream.calls.length = 0;
});

type Headers = UpstreamCallRecord['headers'];

/** What the microservice gets to see of a request with these lines. */
async function seen(lines: readonly string[], through = service, body = ''): Promise<Headers> {
  await through.exchange(body === '' ? 'GET' : 'POST', '/x', lines, body);
  expect(upstream.calls).toHaveLength(1);
  return upstream.calls[0]!.headers;
}

describe('ALL /services/{service}/… › what the gateway says of a client', () => {
  it('identity, address, protocol, host and itself', async () => {
    const headers = await seen([]);
    expect(headers).toMatchObject({
      'x-user-role': 'user',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': '127.0.0.1',
      forwarded: 'for=127.0.0.1;host="127.0.0.1";proto=http',
      via: '1.1 iris',
      host: new URL(upstream.url).host,
    });
    expect(headers['x-user-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number(headers['x-request-deadline'])).toBeGreaterThan(100_000);
  });

  it('continues a trace and a request id', async () => {
    const trace = 'a'.repeat(32);
    const headers = await seen([
      `traceparent: 00-${trace}-${'b'.repeat(16)}-01`,
      'tracestate: vendor=1',
      'X-Request-ID: order-7',
    ]);
    expect(headers.traceparent).toContain(trace);
    expect([headers.tracestate, headers['x-request-id']]).toEqual(['vendor=1', 'order-7']);
  });

  it.each([
    ['identity', ['X-User-Id: root', 'X-User-Role: admin']],
    ['identity in another case', ['x-USER-id: root', 'X-USER-ROLE: root']],
    ['identity with underscores', ['X_User_Id: root', 'X-User_Role: root', 'x_user_role: root']],
    ['identity twice', ['X-User-Id: root', 'X-User-Id: root', 'X-User-Role: root']],
    ['more of an identity', ['X-User-Roles: root', 'X-User-Email: root', 'X-User: root']],
    ['internal switches', ['X-Internal-Token: root', 'X-Iris-Debug: root', 'X-Envoy-Original-Path: root']],
    [
      'other servers’ identity',
      ['X-Remote-User: root', 'X-Auth-Request-User: root', 'X-Authenticated-Userid: root'],
    ],
    ['roles and groups', ['X-Roles: root', 'X-Role: root', 'X-Groups: root', 'X-Consumer-Username: root']],
    [
      'a certificate',
      ['Client-Cert: :root:', 'X-SSL-Client-S-DN: root', 'SSL-Client-Verify: root', 'Remote-User: root'],
    ],
    ['addresses', ['X-Forwarded-For: root', 'X-Real-IP: root', 'True-Client-IP: root', 'Client-IP: root']],
    ['Forwarded', ['Forwarded: for=root', 'X-Forwarded-Proto: root', 'X-Forwarded-Host: root']],
    ['more of X-Forwarded', ['X-Forwarded-Port: root', 'X-Forwarded-Prefix: root', 'X-Forwarded: root']],
    [
      'other paths and methods',
      ['X-Original-URL: /root', 'X-Rewrite-URL: /root', 'X-HTTP-Method-Override: root'],
    ],
    ['deadline', ['X-Request-Deadline: root']],
    ['cookies', ['Cookie: session=root']],
  ])('keeps to itself what a client claims: %s', async (_what, lines) => {
    expect(JSON.stringify(await seen(lines))).not.toContain('root');
  });

  it('does not pass a credential on', async () => {
    const headers = await seen([]);
    expect(Object.keys(headers)).not.toContain('authorization');
    expect(JSON.stringify(headers)).not.toContain(service.token);
  });

  it('passes everything else on, repeated headers as such', async () => {
    const headers = await seen([
      'Accept: image/*;q=0.8',
      'Accept-Encoding: br',
      'X-Api-Version: 7',
      'X-List: a',
      'X-List: b',
      'If-None-Match: "x"',
      'Range: bytes=0-1',
      'User-Agent: test/1',
    ]);
    expect(headers).toMatchObject({
      accept: 'image/*;q=0.8',
      'accept-encoding': 'br',
      'x-api-version': '7',
      'x-list': 'a, b',
      'if-none-match': '"x"',
      range: 'bytes=0-1',
      'user-agent': 'test/1',
    });
  });

  it('adds no header of its own that would change the answer', async () => {
    expect(Object.keys(await seen([]))).not.toContain('accept');
  });
});

describe('ALL /services/{service}/… › hop-by-hop headers', () => {
  it('are not passed on, nor those that Connection names', async () => {
    const headers = await seen([
      'Keep-Alive: timeout=5',
      'TE: trailers',
      'Trailer: X-Sum',
      'Proxy-Authorization: Basic eDp5',
      'Proxy-Connection: keep-alive',
      'X-Mine: 1',
      'Connection: X-Mine,  te',
    ]);
    for (const name of ['keep-alive', 'te', 'trailer', 'proxy-authorization', 'proxy-connection', 'x-mine']) {
      expect(headers[name]).toBeUndefined();
    }
  });

  it.each([
    'X-User-Id',
    'X-User-Role',
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'X-Forwarded-Host',
    'Forwarded',
    'Via',
    'Host',
    'X-Request-Id',
    'X-Request-Deadline',
    'Traceparent',
    'Content-Length',
  ])('Connection cannot take %s away', async (name) => {
    const headers = await seen([`Connection: ${name}`, 'Content-Length: 3'], service, 'abc');
    expect(headers[name.toLowerCase()]).toBeDefined();
    expect(upstream.calls[0]!.body.toString()).toBe('abc');
  });
});

describe('ALL /services/{service}/… › behind a trusted proxy', () => {
  it('appends to what it is told', async () => {
    const headers = await seen(
      [
        'X-Forwarded-For: 203.0.113.7',
        'X-Forwarded-Proto: https',
        'X-Forwarded-Host: api.example.com',
        'Forwarded: for=203.0.113.7;proto=https',
        'Via: 1.1 balancer',
      ],
      behindProxy,
    );
    expect(headers).toMatchObject({
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'api.example.com',
      forwarded: 'for=203.0.113.7;proto=https, for=127.0.0.1;host="api.example.com";proto=https',
      via: '1.1 balancer, 1.1 iris',
    });
  });

  it('still keeps claims of identity to itself', async () => {
    const headers = await seen(['X-User-Id: root', 'X-Real-IP: root'], behindProxy);
    expect(JSON.stringify(headers)).not.toContain('root');
  });
});
