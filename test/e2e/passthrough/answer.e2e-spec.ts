import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ProxiedService } from '../../support/proxied-service.js';
import { type RawUpstream, Upstream, startRawUpstream } from '../../support/upstream.js';

let upstream: Upstream;
let service: ProxiedService;
let raw: RawUpstream;
let rawAnswer = '';
let rawService: ProxiedService;

beforeAll(async () => {
  upstream = await Upstream.start();
  service = await ProxiedService.start(upstream.url);
  raw = await startRawUpstream((socket) => socket.end(Buffer.from(rawAnswer, 'latin1')));
  rawService = await ProxiedService.start(`${raw.url}/models/v2`, {
    IRIS__services__image_processor__max_retries: '0',
  });
}, 60_000);

afterAll(async () => {
  await Promise.all([service.stop(), rawService.stop()]);
  await Promise.all([upstream.close(), raw.close()]);
});

beforeEach(() => {
  upstream.calls.length = 0;
  upstream.answerJson({ ok: true });
});

function answer(status: number, headers: Record<string, string | string[]>, body?: string | Buffer): void {
  upstream.behave((_request, response) => response.writeHead(status, headers).end(body));
}

function answerIn(respond: (response: ServerResponse) => void): void {
  upstream.behave((_request, response) => {
    respond(response);
  });
}

describe('ALL /services/{service}/… › the answer', () => {
  it('of HEAD has the length and no body', async () => {
    answer(200, { 'content-length': '12345', 'content-type': 'image/png' });
    const { text } = await service.exchange('HEAD', '/x');
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toMatch(/\r\ncontent-length: 12345\r\n/i);
    expect(text.split('\r\n\r\n')[1]).toBe('');
  });

  it.each([
    [204, {}],
    [304, { etag: '"a"' }],
    [304, { etag: '"a"', 'content-length': '77' }],
  ])('%d has no body', async (status, headers) => {
    answer(status, headers);
    const { text } = await service.exchange('GET', '/x');
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toMatch(/\r\n\r\n$/);
    expect(text).not.toMatch(/transfer-encoding/i);
  });

  it('of a range is 206, with what belongs to it', async () => {
    answer(206, { 'content-range': 'bytes 2-4/9', 'accept-ranges': 'bytes' }, 'cde');
    const response = await service.fetch('/x', { headers: { range: 'bytes=2-4' } });
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
      206,
      'bytes 2-4/9',
      'cde',
    ]);
    expect(upstream.calls[0]!.headers.range).toBe('bytes=2-4');
  });

  it.each([
    ['early hints', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'],
    ['processing, twice', 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n'],
  ])('comes after %s', async (_what, before) => {
    rawAnswer = `${before}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`;
    const response = await rawService.fetch('/x');
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  it('is 502 when the microservice changes the protocol without being asked', async () => {
    rawAnswer = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello';
    const response = await rawService.fetch('/x');
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain('hello');
  });

  it('ends in trailers for a client that takes them', async () => {
    rawAnswer =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n' +
      '2\r\nok\r\n0\r\nX-Sum: 42\r\nSet-Cookie: a=b\r\n\r\n';
    const taken = await rawService.exchange('GET', '/x', ['TE: trailers']);
    expect(taken.text).toMatch(/\r\n2\r\nok\r\n0\r\nx-sum: 42\r\n\r\n$/i);
    const untold = await rawService.exchange('GET', '/x');
    expect(untold.text).toMatch(/\r\n\r\nok$/);
  });

  it('stays compressed as it came', async () => {
    const body = gzipSync('x'.repeat(10_000));
    answer(200, { 'content-encoding': 'gzip', 'content-length': String(body.length) }, body);
    const client = await service.exchange('GET', '/x', ['Accept-Encoding: gzip']);
    expect(client.text).toMatch(/\r\ncontent-encoding: gzip\r\n/i);
    expect(client.text.split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe(body.toString('latin1'));
  });

  it('comes from a microservice that closes after each answer, and from one that only closes', async () => {
    for (const head of ['Connection: close\r\nContent-Length: 2', 'X-Until-Close: 1']) {
      rawAnswer = `HTTP/1.1 200 OK\r\n${head}\r\n\r\nok`;
      for (let i = 0; i < 3; i += 1) expect(await (await rawService.fetch('/x')).text()).toBe('ok');
    }
  });

  it('may be in HTTP/1.0', async () => {
    rawAnswer = 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nold';
    expect(await (await rawService.fetch('/x')).text()).toBe('old');
  });

  it('keeps bytes beyond ASCII in a header as they are', async () => {
    rawAnswer = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Name: \xe2\x82\xac\xf1\r\n\r\n';
    expect((await rawService.exchange('GET', '/x')).text).toContain('x-name: \xe2\x82\xac\xf1\r\n');
  });
});

describe('ALL /services/{service}/… › headers of the answer', () => {
  it('lose what is about the connection, the software and other servers', async () => {
    answer(200, {
      connection: 'keep-alive, x-hop',
      'keep-alive': 'timeout=9',
      'x-hop': '1',
      'proxy-authenticate': 'Basic',
      'set-cookie': ['a=b', 'c=d'],
      server: 'uvicorn',
      'x-powered-by': 'Flask',
      'alt-svc': 'h3=":443"',
      'clear-site-data': '"*"',
      'service-worker-allowed': '/',
      nel: '{"report_to":"spy"}',
      'report-to': '{"group":"spy"}',
      'x-internal-host': 'pod-7',
      'x-envoy-upstream-service-time': '3',
      'x-accel-redirect': '/secret',
      'x-accel-buffering': 'no',
      'x-sendfile': '/etc/passwd',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'true',
    });
    const head = (await service.exchange('GET', '/x')).text.toLowerCase();
    expect(head).toMatch(/^http\/1\.1 200 /);
    expect(head).not.toMatch(
      /x-hop|timeout=9|proxy-auth|set-cookie|uvicorn|flask|alt-svc|clear-site|service-worker|nel:|spy|pod-7|x-envoy|x-accel|sendfile|access-control/,
    );
  });

  it('keep the rest, repeated ones as such', async () => {
    answer(201, { etag: '"1"', 'x-model': 'b0', link: ['<a>', '<b>'], 'cache-control': 'max-age=5' }, '{}');
    const response = await service.fetch('/x', { method: 'POST' });
    expect(response.status).toBe(201);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: '"1"',
      'x-model': 'b0',
      link: '<a>, <b>',
      'cache-control': 'max-age=5',
    });
  });

  it('cannot replace what the gateway says', async () => {
    answer(200, {
      'x-content-type-options': 'sniff',
      'x-frame-options': 'ALLOWALL',
      'strict-transport-security': 'max-age=0',
      'x-request-id': 'other',
      vary: 'Accept-Encoding',
    });
    const response = await service.fetch('/x', { headers: { 'x-request-id': 'mine' } });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('strict-transport-security')).not.toBe('max-age=0');
    expect(response.headers.get('x-request-id')).toBe('mine');
    expect(response.headers.get('vary')).toBe('Origin, Accept-Encoding');
  });

  it.each(['a b', '"x"', 'Accept;q=1', ',,', '*'])(
    'may have the Vary %j, whatever it means',
    async (vary) => {
      rawAnswer = `HTTP/1.1 200 OK\r\nContent-Length: 2\r\nVary: ${vary}\r\n\r\nok`;
      const response = await rawService.fetch('/x');
      expect([response.status, await response.text()]).toEqual([200, 'ok']);
      expect(response.headers.get('vary')).toBe(`Origin, ${vary}`);
      await rawService.becomesIdle();
    },
  );

  it.each([
    ['a path', '/jobs/1?a', '/services/image_processor/jobs/1?a'],
    ['an own address', 'ORIGIN/jobs/1', '/services/image_processor/jobs/1'],
    ['an own address without a path', 'ORIGIN', '/services/image_processor/'],
    ['another address', 'https://other.example.com/x', 'https://other.example.com/x'],
    ['an address that begins like ours', 'ORIGIN.example.com/x', 'ORIGIN.example.com/x'],
    ['a host only', '//other.example.com/x', '//other.example.com/x'],
    ['a relative path', 'jobs/1', 'jobs/1'],
  ])('a redirect to %s is not followed', async (_what, location, expected) => {
    answer(302, { location: location.replace('ORIGIN', upstream.url) });
    const response = await service.fetch('/x');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      expected.replace('ORIGIN', upstream.url),
    ]);
    expect(upstream.calls).toHaveLength(1);
  });

  it.each([
    ['/models/v2/jobs/1?a', '/jobs/1?a'],
    ['ORIGIN/models/v2/jobs/1', '/jobs/1'],
    ['ORIGIN/models/v2', '/'],
    ['/models/v22/x', '/models/v22/x'],
  ])('a redirect to %s of a microservice at /models/v2 stays within its route', async (location, path) => {
    const value = location.replace('ORIGIN', raw.url);
    rawAnswer = `HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${value}\r\n\r\n`;
    const { headers } = await rawService.fetch('/x');
    expect(headers.get('location')).toBe(`/services/image_processor${path}`);
  });
});

describe('ALL /services/{service}/… › answers that report a problem', () => {
  it.each([400, 401, 403, 404, 409, 413, 415, 422, 429])('%d passes as it came, and once', async (status) => {
    answer(status, { 'content-type': 'text/plain', 'retry-after': '7' }, `no: ${status}`);
    const response = await service.fetch('/x');
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      status,
      '7',
      `no: ${status}`,
    ]);
    expect(upstream.calls).toHaveLength(1);
  });

  it.each([
    ['GET', 500, 4],
    ['GET', 503, 4],
    ['PUT', 502, 4],
    ['POST', 500, 1],
  ])('%s answered with %d passes as it came, after %d calls', async (method, status, calls) => {
    answer(status, { 'content-type': 'text/plain', 'x-trace': 'kept' }, 'out of memory');
    const response = await service.fetch('/x', { method });
    expect([response.status, response.headers.get('x-trace'), await response.text()]).toEqual([
      status,
      'kept',
      'out of memory',
    ]);
    expect(upstream.calls).toHaveLength(calls);
    await service.becomesIdle();
  });

  it('a 5xx whose Retry-After is later than the deadline passes at once', async () => {
    answer(503, { 'retry-after': '600' }, 'later');
    const response = await service.fetch('/x');
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      503,
      '600',
      'later',
    ]);
    expect(upstream.calls).toHaveLength(1);
  });

  it.each([
    [65_536, 500],
    [65_537, 502],
  ])('a 500 of %d bytes → %d', async (size, status) => {
    answer(500, { 'content-type': 'text/plain' }, 'x'.repeat(size));
    const response = await service.fetch('/x', { method: 'POST' });
    const text = await response.text();
    expect(response.status).toBe(status);
    if (status === 500) expect(text).toHaveLength(size);
    else expect(text).toContain('UPSTREAM_FAILED');
    await service.becomesIdle();
  });
});

describe('ALL /services/{service}/… › events', () => {
  it('arrive one by one, the headers before the first', async () => {
    const given = Promise.withResolvers<ServerResponse>();
    answerIn((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      given.resolve(response);
    });
    const client = service.say(service.head('GET', '/events'));
    const events = await given.promise;
    await client.until(/text\/event-stream[^]*\r\n\r\n$/);
    for (const word of ['one', 'two', 'three']) {
      events.write(`data: ${word}\n\n`);
      await client.until(new RegExp(`data: ${word}\n\n`));
    }
    events.end();
    await client.until(/0\r\n\r\n$/);
    client.destroy();
    await service.becomesIdle();
  });
});
