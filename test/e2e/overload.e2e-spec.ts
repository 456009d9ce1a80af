import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { MetricsServer } from '../../src/metrics/index.js';
import { callApi } from '../support/api-client.js';
import { fastestMs } from '../support/fastest.js';
import { ProxiedService } from '../support/proxied-service.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

const MAX_WAIT_SECONDS = 1;

let upstream: Upstream;
let service: ProxiedService;
let operator: string;

beforeAll(async () => {
  upstream = await Upstream.start();
  service = await ProxiedService.start(upstream.url, {
    IRIS__services__image_processor__bulkhead__max_concurrent: '2',
    IRIS__services__image_processor__bulkhead__max_queue: '2',
    IRIS__services__image_processor__bulkhead__max_wait_seconds: String(MAX_WAIT_SECONDS),
  });
  operator = await service.gateway.tokenOf('operator@iris.example.com', 'operator');
}, 60_000);

beforeEach(() => {
  upstream.calls.length = 0;
  upstream.behave(() => undefined);
});

afterEach(() => service.becomesIdle());

afterAll(async () => {
  await service.stop();
  await upstream.close();
});

/** Takes every place of the bulkhead, and of its queue. @returns what ends that */
async function fill(count = 4): Promise<() => Promise<void>> {
  const hangUp = new AbortController();
  const calls = Array.from({ length: count }, () =>
    service.fetch('/held', { signal: hangUp.signal }).catch(() => undefined),
  );
  await waitFor(() => service.numbers.inFlight + service.numbers.queued === count, 'every place is taken');
  return async () => {
    hangUp.abort();
    await Promise.all(calls);
  };
}

describe('a microservice with more work than it can take', () => {
  it('503 at once, with Retry-After, when the queue is full', async () => {
    const release = await fill();
    const ms = await fastestMs(async () => {
      const startedAt = performance.now();
      const response = await service.fetch('/x', { method: 'POST', body: 'x' });
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({
        code: 'UPSTREAM_OVERLOADED',
        service: 'image_processor',
        retryable: true,
      });
      return performance.now() - startedAt;
    });
    expect(ms).toBeLessThan(100);
    expect(service.client.breaker.state).toBe('closed');
    await release();
  });

  it('503 before the client is told to send its upload', async () => {
    const release = await fill();
    const client = service.say(service.head('POST', '/x', 'Expect: 100-continue', 'Content-Length: 9'));
    await client.until(/^HTTP\/1\.1 503 [^]*UPSTREAM_OVERLOADED/);
    client.destroy();
    await release();
  });

  it('503 after max_wait_seconds in the queue', async () => {
    const release = await fill(2);
    const startedAt = performance.now();
    const response = await service.fetch('/x');
    expect([response.status, (await response.text()).includes('UPSTREAM_OVERLOADED')]).toEqual([503, true]);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(MAX_WAIT_SECONDS * 0.99);
    expect(seconds).toBeLessThan(MAX_WAIT_SECONDS + 1);
    await release();
    expect(upstream.calls).toHaveLength(2);
  });

  it('a client that hangs up in the queue never gets to the microservice', async () => {
    const release = await fill(2);
    const client = service.say(service.head('POST', '/queued', 'Content-Length: 3') + 'abc');
    await waitFor(() => service.numbers.queued === 1, 'it waits');
    client.destroy();
    await waitFor(() => service.numbers.queued === 0, 'it is forgotten');
    await release();
    expect(upstream.calls.map(({ path }) => path)).toEqual(['/held', '/held']);
  });

  it('who waits is let in when a client hangs up', async () => {
    const release = await fill(2);
    const waiting = service.fetch('/waiting');
    await waitFor(() => service.numbers.queued === 1, 'it waits');
    upstream.answerJson({ ok: true });
    await release();
    expect((await waiting).status).toBe(200);
  });

  it('does not keep health, services, admin and metrics from answering', async () => {
    const release = await fill();
    const { app, url } = service.gateway;
    const routes = [
      'GET /health/live',
      'GET /health/ready',
      'GET /health',
      'GET /services',
      'GET /admin/audit-log',
    ];
    for (const route of routes) {
      const startedAt = performance.now();
      expect((await callApi(url, route, { token: operator })).status).toBe(200);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    }
    const { body } = await callApi<{ services: { in_flight: number; queued: number }[] }>(
      url,
      'GET /services',
      {
        token: operator,
      },
    );
    expect(body.services[0]).toMatchObject({ in_flight: 2, queued: 2 });
    const metrics = await app.get(MetricsServer, { strict: false }).listen();
    expect((await fetch(metrics!)).status).toBe(200);
    await release();
  });

  it('forgets nothing in 1,000 calls that answer, fail, break off, hang up or come too late', async () => {
    upstream.behave((request, response) => {
      const kind = Number(request.url?.slice(2)) % 5;
      if (kind === 0) response.end('{}');
      else if (kind === 1) response.writeHead(500).end('{}');
      else if (kind === 2) request.socket.destroy();
      else if (kind === 3)
        response.writeHead(200, { 'content-length': 9 }).write('a', () => response.destroy());
      else response.writeHead(200).write('b'); // until the client hangs up
    });
    const outcomes = new Map<string, number>();
    const one = async (n: number): Promise<void> => {
      const hangUp = new AbortController();
      const isHangUp = n % 5 === 4;
      try {
        const response = await service.fetch(`/x${n}`, { method: 'POST', signal: hangUp.signal });
        if (isHangUp) hangUp.abort();
        await response.arrayBuffer();
        outcomes.set(String(response.status), (outcomes.get(String(response.status)) ?? 0) + 1);
      } catch {
        outcomes.set('broken', (outcomes.get('broken') ?? 0) + 1);
      }
    };
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < 1000) await one((next += 1));
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(1000);
    for (const outcome of ['200', '500', '502', '503', 'broken'])
      expect(outcomes.get(outcome)).toBeGreaterThan(0);
    await service.becomesIdle();
    upstream.answerJson({ ok: true });
    expect((await service.fetch('/after')).status).toBe(200);
  }, 60_000);
});
