import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { ProxiedService } from '../support/proxied-service.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

const EJECTION_SECONDS = 1;

interface Listed {
  readonly name: string;
  readonly state: string;
  readonly breaker: string;
  readonly in_flight: number;
  readonly queued: number;
  readonly instances: readonly {
    readonly id: string;
    readonly url?: string;
    readonly state: string;
    readonly in_flight: number;
    readonly latency_ms: Record<'p50' | 'p95' | 'p99', number | null>;
    readonly last_failure: { code: string; at: string } | null;
  }[];
}

let upstreams: Upstream[];
let service: ProxiedService;

beforeAll(async () => {
  upstreams = await Promise.all([Upstream.start(), Upstream.start(), Upstream.start()]);
  service = await ProxiedService.start(upstreams.map(({ url }) => url).join(','), {
    IRIS__services__image_processor__ejection__seconds: String(EJECTION_SECONDS),
    IRIS__services__image_processor__balancing: 'round_robin',
    IRIS__services__image_processor__circuit_breaker__failure_threshold: '3',
    IRIS__monitoring__health_checks__services: '["image_processor"]',
  });
}, 60_000);

afterEach(() => service.becomesIdle());

afterAll(async () => {
  await service.stop();
  await Promise.all(upstreams.map((upstream) => upstream.close()));
});

async function listed(token = service.token): Promise<Listed> {
  const { body, headers } = await callApi<{ services: Listed[] }>(service.gateway.url, 'GET /services', {
    token,
  });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.services.map(({ name }) => name)).toEqual([
    'image_processor',
    'ml_embeddings',
    'ml_classifier',
    'ocr_extractor',
  ]);
  return body.services[0]!;
}

async function stateOf(index: number): Promise<string | undefined> {
  return (await listed()).instances[index]?.state;
}

describe('GET /services', () => {
  it('shows each instance, and its address only to those who hold admin:read', async () => {
    for (let i = 0; i < 6; i += 1) await service.fetch('/x');
    const seen = await listed();
    expect(seen).toMatchObject({ state: 'healthy', breaker: 'closed', in_flight: 0, queued: 0 });
    expect(seen.instances.map(({ id }) => id)).toEqual([1, 2, 3].map((n) => `image_processor-${n}`));
    for (const instance of seen.instances) {
      expect(instance).toMatchObject({ state: 'available', in_flight: 0, last_failure: null });
      expect(instance.latency_ms.p50).toBeGreaterThan(0);
      expect(instance.latency_ms.p99).toBeGreaterThanOrEqual(instance.latency_ms.p50!);
      expect(instance.url).toBeUndefined();
    }
    const operator = await service.gateway.tokenOf('operator@iris.example.com', 'operator');
    expect((await listed(operator)).instances.map(({ url }) => url)).toEqual(
      upstreams.map(({ url }) => `${url}/`),
    );
  });

  it('counts what is under way', async () => {
    upstreams[0]!.behave(() => undefined);
    const hangUp = new AbortController();
    const held = [1, 2, 3].map(() =>
      service.fetch('/held', { signal: hangUp.signal }).catch(() => undefined),
    );
    await waitFor(async () => (await listed()).in_flight === 1, 'one call is under way');
    expect((await listed()).instances[0]!.in_flight).toBe(1);
    hangUp.abort();
    await Promise.all(held);
    upstreams[0]!.answerJson({});
    await waitFor(async () => (await listed()).in_flight === 0, 'nothing is under way');
  });

  it('wants the scope', async () => {
    expect((await callApi(service.gateway.url, 'GET /services')).status).toBe(401);
  });
});

describe('one instance of three dies under load', () => {
  it('and hardly a client notices; it is set aside, and back within its pause and a second', async () => {
    const port = upstreams[1]!.port;
    let answered = 0;
    let failed = 0;
    let isOver = false;
    const load = async (): Promise<void> => {
      while (!isOver) {
        const response = await service.fetch('/x');
        await response.arrayBuffer();
        if (response.ok) answered += 1;
        else failed += 1;
      }
    };
    const workers = Array.from({ length: 8 }, load);
    await waitFor(() => answered > 300, 'the load runs', 15_000);
    await upstreams[1]!.close();
    await waitFor(async () => (await stateOf(1)) !== 'available', 'it is set aside', 5000);
    const before = answered;
    await waitFor(() => answered > before + 300, 'the others go on', 15_000);
    expect((await listed()).breaker).toBe('closed');
    expect((await listed()).instances[1]!.last_failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    upstreams[1] = await Upstream.start(port);
    const startedAt = performance.now();
    await waitFor(async () => (await stateOf(1)) === 'available', 'it is back', 10_000);
    const backMs = performance.now() - startedAt;
    await waitFor(() => upstreams[1]!.calls.some(({ path }) => path === '/x'), 'it gets calls again');
    isOver = true;
    await Promise.all(workers);
    expect(failed / (answered + failed)).toBeLessThan(0.001);
    expect(backMs).toBeLessThan((EJECTION_SECONDS + 1) * 1000);
  });
});

describe('instances of a microservice that is not among those to be probed', () => {
  it('are probed while one is set aside, so that it comes back', async () => {
    const unwatched = await ProxiedService.start(upstreams.map(({ url }) => url).join(','), {
      IRIS__services__image_processor__ejection__seconds: String(EJECTION_SECONDS),
    });
    try {
      const [instance] = unwatched.client.instances.all;
      for (let i = 0; i < 3; i += 1) unwatched.client.instances.failed(instance!, 'UPSTREAM_FAILED');
      expect(instance!.state).toBe('ejected');
      await waitFor(() => instance!.state === 'available', 'it is back', 10_000);
    } finally {
      await unwatched.stop();
    }
  });
});
