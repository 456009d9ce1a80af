import type { Socket } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { fastestMs } from '../../support/fastest.js';
import { ProxiedService } from '../../support/proxied-service.js';
import { type RawUpstream, Upstream, startRawUpstream } from '../../support/upstream.js';
import { waitFor } from '../../support/wait-for.js';

const TIMEOUT_SECONDS = 1;

let raw: RawUpstream;
let misbehave: (socket: Socket) => void;
let service: ProxiedService;

beforeAll(async () => {
  raw = await startRawUpstream((socket) => {
    misbehave(socket);
  });
  service = await ProxiedService.start(raw.url, {
    IRIS__services__image_processor__timeout: String(TIMEOUT_SECONDS),
    IRIS__services__image_processor__max_retries: '0',
    IRIS__processing__request_deadline_seconds: '4',
  });
}, 60_000);

afterEach(async () => {
  await service.becomesIdle();
  await waitFor(() => raw.open === 0, 'no connection to the microservice is left');
});

afterAll(async () => {
  await service.stop();
  await raw.close();
});

const HEAD = 'HTTP/1.1 200 OK\r\n';

/** Says these bytes and then ends, resets or keeps the connection. */
function says(bytes: string, then: 'ends' | 'resets' | 'waits' = 'ends'): (socket: Socket) => void {
  return (socket) => {
    socket.write(bytes, () => {
      if (then === 'ends') socket.end();
      if (then === 'resets') socket.resetAndDestroy();
    });
  };
}

describe('ALL /services/{service}/… › a microservice that gives no answer', () => {
  it.each([
    ['resets at once', (socket: Socket) => socket.resetAndDestroy(), 502, 'UPSTREAM_UNAVAILABLE', 1],
    ['closes at once', (socket: Socket) => socket.destroy(), 502, 'UPSTREAM_UNAVAILABLE', 1],
    ['resets in its headers', says(`${HEAD}Content-Le`, 'resets'), 502, 'UPSTREAM_UNAVAILABLE', 1],
    ['ends in its headers', says(`${HEAD}Content-Le`), 502, 'UPSTREAM_', 1],
    ['hangs', says('', 'waits'), 504, 'UPSTREAM_TIMEOUT', TIMEOUT_SECONDS + 1.5],
    [
      'hangs in its headers',
      says(`${HEAD}Content-Le`, 'waits'),
      504,
      'UPSTREAM_TIMEOUT',
      TIMEOUT_SECONDS + 1.5,
    ],
    [
      'stalls in its failure',
      says('HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\nab', 'waits'),
      504,
      'UPSTREAM_TIMEOUT',
      TIMEOUT_SECONDS + 1.5,
    ],
    [
      'breaks off in its failure',
      says('HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\nab'),
      502,
      'UPSTREAM_UNAVAILABLE',
      1,
    ],
    [
      'speaks another protocol',
      says('SSH-2.0-OpenSSH_9.2\r\n', 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    [
      'speaks a version that there is not',
      says('HTTP/9.9 200 OK\r\n\r\n'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    ['has a status of letters', says('HTTP/1.1 abc OK\r\n\r\n'), 502, 'UPSTREAM_INVALID_RESPONSE', 1],
    [
      'has a status below 100',
      says('HTTP/1.1 099 No\r\nContent-Length: 0\r\n\r\n', 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    ['has NUL in a header', says(`${HEAD}X-A: a\0b\r\n\r\n`, 'waits'), 502, 'UPSTREAM_INVALID_RESPONSE', 1],
    [
      'has headers of 100 KB',
      says(`${HEAD}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`, 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    [
      'has headers without end',
      says(HEAD + 'X-More: 1234567890\r\n'.repeat(10_000), 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    [
      'has two lengths',
      says(`${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`, 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    [
      'has a negative length',
      says(`${HEAD}Content-Length: -1\r\n\r\nok`, 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
    [
      'has a length and chunks',
      says(`${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok`, 'waits'),
      502,
      'UPSTREAM_INVALID_RESPONSE',
      1,
    ],
  ])('%s → %d', async (_what, behaviour, status, code, seconds) => {
    misbehave = behaviour;
    const startedAt = performance.now();
    const response = await service.fetch('/x');
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toContain(`"code":"${code}`);
    expect(text).not.toMatch(/ {4}at |node_modules|127\.0\.0\.1/);
    expect((performance.now() - startedAt) / 1000).toBeLessThan(seconds);
  });
});

/** How long the client waits until it sees that the answer is broken; fails when it looks complete. */
async function brokenAfterMs(behaviour: (socket: Socket) => void): Promise<number> {
  misbehave = behaviour;
  const startedAt = performance.now();
  const response = await service.fetch('/x');
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  return performance.now() - startedAt;
}

function drips(head: string, drip: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(drip), 100);
    socket.once('close', () => {
      clearInterval(timer);
    });
  };
}

describe('ALL /services/{service}/… › an answer that breaks off is seen as broken', () => {
  const withLength = `${HEAD}Content-Length: 1000\r\n\r\nhello`;
  const chunked = `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`;

  it.each([
    ['a reset, with a length', says(withLength, 'resets'), 0, 1],
    ['an end, with a length (too short)', says(withLength), 0, 1],
    ['a reset, in chunks', says(chunked, 'resets'), 0, 1],
    ['an end, in chunks', says(chunked), 0, 1],
    ['an end within a chunk', says(`${chunked}ff\r\nhel`), 0, 1],
    ['a chunk of no size', says(`${chunked}zz\r\n`, 'waits'), 0, 1],
    ['a stall, with a length', says(withLength, 'waits'), TIMEOUT_SECONDS * 0.9, TIMEOUT_SECONDS + 1.5],
    ['a stall, in chunks', says(chunked, 'waits'), TIMEOUT_SECONDS * 0.9, TIMEOUT_SECONDS + 1.5],
    ['drops past the deadline, with a length', drips(withLength, 'x'), 3.5, 5.5],
    ['drops past the deadline, in chunks', drips(chunked, '1\r\nx\r\n'), 3.5, 5.5],
  ])('%s', async (_what, behaviour, atLeast, atMost) => {
    const seconds = (await brokenAfterMs(behaviour)) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(atLeast);
    expect(seconds).toBeLessThan(atMost);
  });

  it('drops of headers end at the timeout', async () => {
    misbehave = drips(HEAD, 'X-A: 1\r\n');
    const startedAt = performance.now();
    const response = await service.fetch('/x');
    expect(response.status).toBe(504);
    expect((performance.now() - startedAt) / 1000).toBeLessThan(5.5);
  });

  it('bytes beyond the length reach nobody, and the connection is not used again', async () => {
    const before = raw.accepted;
    misbehave = says(
      `${HEAD}Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison`,
      'waits',
    );
    for (let i = 0; i < 3; i += 1) expect(await (await service.fetch('/x')).text()).toBe('ok');
    expect(raw.accepted - before).toBe(3);
  });
});

describe('ALL /services/{service}/… › connections to a microservice', () => {
  let upstream: Upstream;
  let healthy: ProxiedService;

  beforeAll(async () => {
    upstream = await Upstream.start();
    healthy = await ProxiedService.start(upstream.url);
  }, 60_000);

  afterAll(async () => {
    await healthy.stop();
    await upstream.close();
  });

  beforeEach(() => {
    upstream.calls.length = 0;
    upstream.abandoned = 0;
    upstream.answerJson({ ok: true });
  });

  afterEach(() => healthy.becomesIdle());

  it('refused → 502 within a second', async () => {
    const port = upstream.port;
    await upstream.close();
    const startedAt = performance.now();
    const response = await healthy.fetch('/x', { method: 'POST', body: 'x' });
    expect([response.status, (await response.text()).includes('UPSTREAM_UNAVAILABLE')]).toEqual([502, true]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    upstream = await Upstream.start(port);
  });

  it('closed by it between two requests are not noticed by a client', async () => {
    for (let i = 0; i < 20; i += 1) {
      expect((await healthy.fetch('/x')).status).toBe(200);
      upstream.closeConnections();
    }
    expect(upstream.calls).toHaveLength(20);
  });

  it('that it has left without a word are replaced', async () => {
    expect((await healthy.fetch('/warm-up')).status).toBe(200);
    upstream.failFirst(1, (request) => request.socket.resetAndDestroy());
    expect((await healthy.fetch('/x')).status).toBe(200);
  });

  it('end within a second when the client hangs up while it waits', async () => {
    const ms = await fastestMs(async () => {
      upstream.behave(() => undefined);
      const [calls, abandoned] = [upstream.calls.length, upstream.abandoned];
      const client = healthy.say(healthy.head('GET', '/x'));
      await waitFor(() => upstream.calls.length > calls, 'the call arrives');
      const startedAt = performance.now();
      client.destroy();
      await waitFor(() => upstream.abandoned > abandoned, 'the microservice sees the end');
      return performance.now() - startedAt;
    });
    expect(ms).toBeLessThan(1000);
    expect(healthy.client.instances.all[0]!.lastFailure?.code).not.toBe('CLIENT_CLOSED_REQUEST');
  });

  it('end within a second when the client hangs up in the middle of its upload', async () => {
    const gone = Promise.withResolvers<number>();
    upstream.onRequest((request) =>
      request.once('close', () => {
        gone.resolve(performance.now());
      }),
    );
    const client = healthy.say(
      healthy.head('POST', '/process', 'Content-Length: 1000000') + 'x'.repeat(5000),
    );
    await waitFor(() => healthy.numbers.atInstances === 1, 'the upload is under way');
    await waitFor(() => upstream.requests > 0, 'the upload arrives');
    const startedAt = performance.now();
    client.destroy();
    expect((await gone.promise) - startedAt).toBeLessThan(1000);
    expect(upstream.calls).toHaveLength(0);
  });

  it('end within a second when the client hangs up in the middle of an answer', async () => {
    upstream.behave((_request, response) => {
      response.writeHead(200).write('the beginning');
    });
    const client = healthy.say(healthy.head('GET', '/x'));
    await client.until(/the beginning/);
    const startedAt = performance.now();
    client.destroy();
    await waitFor(() => upstream.abandoned === 1, 'the microservice sees the end');
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(healthy.client.breaker.state).toBe('closed');
  });

  it.each(['POST', 'PUT'])(
    'pass an early answer to %s on, and take the rest of the upload',
    async (method) => {
      upstream.onRequest((request, response) => {
        if (request.method !== 'GET') response.writeHead(413, { 'x-early': 'yes' }).end('too large for me');
      });
      const size = 20_000_000;
      const client = healthy.say(
        healthy.head(method, '/process', `Content-Length: ${size}`) + 'x'.repeat(1000),
      );
      await client.until(/^HTTP\/1\.1 413 [^]*too large for me/);
      await healthy.becomesIdle();
      // Who writes first and reads then must not meet a reset.
      client.send(Buffer.alloc(size - 1000));
      await waitFor(() => client.unsentBytes === 0 || client.isClosed, 'all is taken');
      client.send(healthy.head('GET', '/next'));
      await client.until(/HTTP\/1\.1 200 /);
      client.destroy();
      expect(healthy.client.breaker.state).toBe('closed');
    },
  );
});

describe('ALL /services/{service}/… › a storm of failures', () => {
  it('opens the breaker: 503 at once, with Retry-After, and no call', async () => {
    const upstream = (await Upstream.start()).answerJson({}, 500);
    const stormy = await ProxiedService.start(upstream.url, {
      IRIS__services__image_processor__circuit_breaker__failure_threshold: '5',
    });
    try {
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push((await stormy.fetch('/x')).status);
      expect(statuses).toEqual([500, 503, 503, 503]);
      const calls = upstream.calls.length;
      expect(calls).toBe(5);
      const ms = await fastestMs(async () => {
        const startedAt = performance.now();
        const response = await stormy.fetch('/x', { method: 'POST', body: 'x' });
        expect(await response.json()).toMatchObject({ code: 'UPSTREAM_BREAKER_OPEN', retryable: true });
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(20);
        return performance.now() - startedAt;
      });
      expect(ms).toBeLessThan(50);
      expect(upstream.calls).toHaveLength(calls);
      await stormy.becomesIdle();
    } finally {
      await stormy.stop();
      await upstream.close();
    }
  });
});
