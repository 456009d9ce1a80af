import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { ProxiedService } from '../../support/proxied-service.js';
import { RawClient } from '../../support/raw-client.js';
import { Upstream } from '../../support/upstream.js';

let upstream: Upstream;
let service: ProxiedService;

beforeAll(async () => {
  upstream = await Upstream.start();
  service = await ProxiedService.start(upstream.url, { IRIS__services__ml_classifier__max_retries: '0' });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await upstream.close();
});

beforeEach(() => {
  upstream.calls.length = 0;
  upstream.answerJson({ ok: true });
});

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

describe('ALL /services/{service}/… › the request', () => {
  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'passes %s on',
    async (method) => {
      const response = await service.fetch('/any/path', { method });
      expect(response.status).toBe(200);
      expect(upstream.calls.map((call) => [call.method, call.path])).toEqual([[method, '/any/path']]);
    },
  );

  it.each([
    '/x?a=1&a=2&b=%2e%2E%2f%00;c=d//e',
    '/x?',
    '/x??a=?&&=',
    '/a%20b/%C3%A9?q=%ZZ',
    '/~u/$x/a,b=c@d:e!(f)*',
    '/x/',
  ])('passes %s on as it is', async (path) => {
    await service.exchange('GET', path);
    expect(upstream.calls.map((call) => call.path)).toEqual([path]);
  });

  it('is there under /v1 too', async () => {
    const path = '/v1/services/image_processor/x?y';
    const response = await service.gateway.fetch(path, {
      headers: { authorization: `Bearer ${service.token}` },
    });
    expect(response.status).toBe(200);
    expect(upstream.calls.map((call) => call.path)).toEqual(['/x?y']);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'GET'])(
    'passes the body of %s on byte for byte, with its length',
    async (method) => {
      const lines = ['Content-Type: application/x-tiff', `Content-Length: ${BYTES.length}`];
      const client = service.say(service.head(method, '/x', 'Connection: close', ...lines));
      client.send(BYTES);
      await client.closed();
      expect(client.text).toMatch(/^HTTP\/1\.1 200 /);
      const call = upstream.calls[0]!;
      expect(call.body.equals(BYTES)).toBe(true);
      expect([call.headers['content-type'], call.headers['content-length']]).toEqual([
        'application/x-tiff',
        '300000',
      ]);
      expect(call.headers['transfer-encoding']).toBeUndefined();
    },
  );

  it('passes a chunked body on byte for byte', async () => {
    const client = service.say(service.head('POST', '/x', 'Connection: close', 'Transfer-Encoding: chunked'));
    for (let at = 0; at < BYTES.length; at += 70_000) {
      const chunk = BYTES.subarray(at, at + 70_000);
      client.send(`${chunk.length.toString(16)}\r\n`);
      client.send(chunk);
      client.send('\r\n');
    }
    client.send('0\r\n\r\n');
    await client.closed();
    expect(upstream.calls[0]!.body.equals(BYTES)).toBe(true);
    expect(upstream.calls[0]!.headers['transfer-encoding']).toBe('chunked');
  });
});

describe('ALL /services/{service}/… › Expect: 100-continue', () => {
  const lines = ['Expect: 100-continue', 'Content-Length: 5'];

  it('asks for the body when there is a good token, and not for the credential’s sake', async () => {
    const client = service.say(service.head('POST', '/x', ...lines));
    await client.until(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
    client.send('12345');
    await client.until(/HTTP\/1\.1 200 OK/);
    client.destroy();
    expect(upstream.calls.map(({ body }) => body.toString())).toEqual(['12345']);
    expect(upstream.calls[0]!.headers.expect).toBeUndefined();
  });

  it.each([
    ['no credential', 401, 'x', lines],
    ['a path that is refused', 400, '..', [...lines, 'Authorization: Bearer TOKEN']],
  ])('%s → %d, without asking for the body', async (_what, status, path, given) => {
    const client = new RawClient(service.gateway.url);
    const text = given.join('\r\n').replace('TOKEN', service.token);
    client.send(`POST /services/image_processor/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${text}\r\n\r\n`);
    await client.until(/^HTTP\/1\.1 4/);
    expect(client.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    client.destroy();
    expect(upstream.calls).toHaveLength(0);
  });
});

describe('ALL /services/{service}/… › what is refused', () => {
  it.each([
    '/..',
    '/a/../b',
    '/a/./b',
    '/.',
    '/%2e%2e/x',
    '/a/%2E/x',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/a%00',
    '/%252e%252e/x',
    '/a;b=c/d',
    '/..;/x',
    '/a//b',
    '//',
    '/%c0%ae%c0%ae/x',
    '/%e0%80%af',
    '/%ff',
    '/%',
    '/%u002e',
    '/a#b',
    '/a?b#c',
    '/a\tb',
    '/a\u00e9',
  ])('the path %j → 400', async (path) => {
    const client = new RawClient(service.gateway.url);
    client.send(Buffer.from(service.head('GET', path, 'Connection: close'), 'latin1'));
    await client.closed();
    expect(client.text).toMatch(/^HTTP\/1\.1 400 /);
    expect(client.text).toContain('"code":"REQUEST_MALFORMED"');
    expect(upstream.calls).toHaveLength(0);
  });

  it.each([
    ['an address as its target', 'GET http://127.0.0.1/services/image_processor/x HTTP/1.1', 400],
    ['another service beside it', 'GET /services/../image_processor/x HTTP/1.1', 404],
    ['an empty service', 'GET /services//image_processor/x HTTP/1.1', 404],
    ['a slash too many', 'GET //services/image_processor/x HTTP/1.1', 404],
    ['an unknown service', 'GET /services/constructor/x HTTP/1.1', 404],
    ['TRACE', 'TRACE /services/image_processor/x HTTP/1.1', 405],
  ])('%s', async (_what, requestLine, status) => {
    const client = new RawClient(service.gateway.url);
    client.send(
      `${requestLine}\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${service.token}\r\nConnection: close\r\n\r\n`,
    );
    await client.closed();
    expect(client.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(upstream.calls).toHaveLength(0);
  });

  it.each([
    ['Upgrade: websocket', ['Connection: Upgrade', 'Upgrade: websocket'], 501, 'UPGRADE_NOT_SUPPORTED'],
    [
      'a transfer coding that nobody undoes',
      ['Connection: close', 'Transfer-Encoding: gzip, chunked'],
      501,
      'TRANSFER_CODING_NOT_SUPPORTED',
    ],
  ])('%s', async (_what, lines, status, code) => {
    const client = service.say(service.head('POST', '/x', ...lines) + '0\r\n\r\n');
    await client.until(new RegExp(`^HTTP/1\\.1 ${status} [^]*"code":"${code}"`));
    client.destroy();
    expect(upstream.calls).toHaveLength(0);
  });

  it('goes on over HTTP/1.1 when a client offers h2c', async () => {
    const lines = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'];
    const client = service.say(service.head('GET', '/x', ...lines));
    await client.until(/^HTTP\/1\.1 200 /);
    client.destroy();
    const { headers } = upstream.calls[0]!;
    expect([headers.upgrade, headers['http2-settings']]).toEqual([undefined, undefined]);
  });

  it.each(['/train', '/%74rain', '/TRAIN', '/train/', '/train?x=1'])(
    '%s of the classifier → 403 without models:train',
    async (path) => {
      const { status, body } = await callApi<{ code: string }>(
        service.gateway.url,
        `POST /services/ml_classifier${path}`,
        { token: service.token, body: {} },
      );
      expect([status, body.code]).toEqual([403, 'INSUFFICIENT_SCOPE']);
    },
  );

  it('the classifier is trained by an administrator', async () => {
    const token = await service.gateway.tokenOf('admin@iris.example.com', 'admin');
    const { body } = await callApi<{ code: string }>(
      service.gateway.url,
      'POST /services/ml_classifier/train',
      { token, body: {} },
    );
    // Nobody is there: it got past the gateway.
    expect(body.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('no credential → 401, and a key without services:proxy → 403', async () => {
    const path = '/services/image_processor/x';
    const { body: key } = await callApi<{ key: string }>(service.gateway.url, 'POST /auth/api-keys', {
      token: service.token,
      body: { name: 'documents only', scopes: ['documents:process'] },
    });
    const anonymous = await callApi<{ code: string }>(service.gateway.url, `GET ${path}`);
    const narrow = await callApi<{ code: string }>(service.gateway.url, `GET ${path}`, { apiKey: key.key });
    expect([anonymous.status, narrow.status]).toEqual([401, 403]);
    expect(upstream.calls).toHaveLength(0);
  });

  it('lets a key with services:proxy through, and keeps it to itself', async () => {
    const { body: key } = await callApi<{ key: string }>(service.gateway.url, 'POST /auth/api-keys', {
      token: service.token,
      body: { name: 'proxy', scopes: ['services:proxy'] },
    });
    const route = 'GET /services/image_processor/x';
    expect((await callApi(service.gateway.url, route, { apiKey: key.key })).status).toBe(200);
    expect(upstream.calls[0]!.headers['x-api-key']).toBeUndefined();
  });
});

describe('ALL /services/{service}/… › requests with two meanings', () => {
  const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

  it.each([
    ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], 400],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], 400],
    ['a list of lengths', ['Content-Length: 5, 5'], 400],
    ['a length with a sign', ['Content-Length: +5'], 400],
    ['chunks that are not last', ['Transfer-Encoding: chunked, identity'], 400],
    ['chunked twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], 400],
    ['an empty transfer coding', ['Transfer-Encoding:', 'Content-Length: 5'], 400],
    ['a space before the colon', ['Content-Length : 5'], 400],
    ['a folded line', ['X-Folded: a', ' Content-Length: 5'], 400],
  ])('%s → %d', async (_what, lines, status) => {
    const client = service.say(service.head('POST', '/x', ...lines) + `0\r\n\r\n${SMUGGLED}`);
    await client.closed();
    expect(client.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(upstream.calls).toHaveLength(0);
  });

  it('keeps the requests of one connection apart', async () => {
    const first = service.head('POST', '/first', 'Transfer-Encoding: chunked') + '5\r\n12345\r\n0\r\n\r\n';
    const second = service.head('POST', '/second', 'Content-Length: 3') + 'abc';
    const client = service.say(first + second + service.head('GET', '/third', 'Connection: close'));
    await client.closed();
    // They go on side by side, each on a connection of its own: only their answers have an order.
    const calls = upstream.calls.map(({ path, body }) => [path, body.toString()]);
    expect(calls.sort()).toEqual([
      ['/first', '12345'],
      ['/second', 'abc'],
      ['/third', ''],
    ]);
    expect(client.text.match(/HTTP\/1\.1 200 /g)).toHaveLength(3);
  });
});
