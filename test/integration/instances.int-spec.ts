import type { ServerResponse } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ServiceConfig } from '../../src/config/index.js';
import type { ServiceClient } from '../../src/proxy/service-client/index.js';
import {
  begin,
  bodyOf,
  breakerAfter,
  callContext,
  failureOf,
  get,
  serviceClient,
} from '../support/service-call.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

let upstreams: Upstream[];
let client: ServiceClient;

beforeEach(async () => {
  upstreams = await Promise.all([Upstream.start(), Upstream.start(), Upstream.start()]);
});

afterEach(async () => {
  await client.close();
  await Promise.all(upstreams.map((upstream) => upstream.close()));
});

function createClient(settings: Partial<ServiceConfig> = {}, count = 3): ServiceClient {
  const urls = upstreams.slice(0, count).map(({ url }) => url);
  client = serviceClient(urls.join(','), settings);
  return client;
}

const counts = (): number[] => upstreams.map(({ calls }) => calls.length);
const states = (): string[] => client.instances.all.map(({ state }) => state);

function fail(upstream: Upstream | undefined, status = 500): void {
  upstream?.answerJson({}, status);
}

describe('several instances › balancing', () => {
  it('round_robin takes them in turn', async () => {
    createClient({ balancing: 'round_robin' });
    for (let i = 0; i < 9; i += 1) await get(client);
    expect(counts()).toEqual([3, 3, 3]);
  });

  it('least_request spreads an idle service’s calls evenly', async () => {
    createClient({ balancing: 'least_request' });
    for (let i = 0; i < 9; i += 1) await get(client);
    expect(counts()).toEqual([3, 3, 3]);
  });

  it('least_request keeps away from an instance that is busy', async () => {
    createClient({ balancing: 'least_request' });
    upstreams[0]!.behave(() => undefined);
    const held = [1, 2, 3].map(() => get(client).catch(() => 'ended'));
    await waitFor(() => counts()[0] === 1, 'one call is held');
    for (let i = 0; i < 10; i += 1) await get(client);
    expect(counts()[0]).toBe(1);
    expect(Math.min(...counts().slice(1))).toBeGreaterThan(2);
    await upstreams[0]!.close();
    await Promise.all(held);
  });

  it('counts a streamed answer as under way until its last byte', async () => {
    createClient({}, 1);
    const started = Promise.withResolvers<ServerResponse>();
    upstreams[0]!.behave((_request, response) => {
      response.writeHead(200).write('a');
      started.resolve(response);
    });
    const body = bodyOf(await begin(client));
    expect(client.instances.all[0]!.inFlight).toBe(1);
    (await started.promise).end('b');
    expect(await body).toBe('ab');
    await waitFor(() => client.instances.all[0]!.inFlight === 0, 'nothing is under way');
  });

  it.each(['round_robin', 'least_request'] as const)(
    '%s › an instance whose calls fail and go to another is not picked first more often than others',
    async (balancing) => {
      createClient({
        balancing,
        max_retries: 1,
        ejection: { failure_threshold: 1000, seconds: 5 },
      });
      fail(upstreams[1]);
      for (let i = 0; i < 30; i += 1) await get(client);
      expect(counts()[1]).toBeLessThanOrEqual(15);
      expect(Math.min(...counts())).toBeGreaterThanOrEqual(10);
    },
  );

  it('forgets a call that was given up before it had a connection, and never sends it', async () => {
    createClient({ max_connections: 1 }, 1);
    const [upstream] = upstreams;
    const held = Promise.withResolvers<ServerResponse>();
    upstream!.behave((_request, response) => {
      held.resolve(response);
    });
    const first = get(client);
    const response = await held.promise;
    const hangUp = new AbortController();
    const second = failureOf(get(client, callContext({ signal: hangUp.signal }), '/second'));
    const third = failureOf(get(client, callContext({ deadlineMs: 50 }), '/third'));
    expect(client.bulkhead.inFlight).toBe(3);
    hangUp.abort();
    expect([(await second).code, (await third).code]).toEqual(['CLIENT_CLOSED_REQUEST', 'DEADLINE_EXCEEDED']);
    expect([client.bulkhead.inFlight, client.instances.all[0]!.inFlight]).toEqual([1, 1]);
    upstream!.answerJson({ ok: true });
    response.end('1');
    expect([await first, await get(client, undefined, '/last')]).toEqual(['1', '{"ok":true}']);
    expect(upstream!.calls.map(({ path }) => path)).toEqual(['/x', '/last']);
    expect([client.bulkhead.inFlight, client.instances.all[0]!.inFlight]).toEqual([0, 0]);
  });

  it('puts the path of an address before every path', async () => {
    client = serviceClient(`${upstreams[0]!.url}/models/v2/`);
    await get(client, undefined, '/ocr?x=1');
    expect(upstreams[0]!.calls[0]!.path).toBe('/models/v2/ocr?x=1');
  });
});

describe('several instances › a bad one', () => {
  it('is left after one failure: the retry goes to another, at once', async () => {
    createClient({ max_retries: 1, retry_delay: 30, balancing: 'round_robin' });
    fail(upstreams[0]);
    const startedAt = performance.now();
    for (let i = 0; i < 3; i += 1) expect(await get(client)).toBe('{}');
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(counts()[0]).toBe(1);
  });

  it('is set aside after three failures in a row, and the breaker stays closed', async () => {
    createClient({ balancing: 'round_robin', circuit_breaker: breakerAfter(1) });
    fail(upstreams[0]);
    for (let i = 0; i < 9; i += 1) await get(client).catch(() => undefined);
    expect([states(), client.breaker.state]).toEqual([['ejected', 'available', 'available'], 'closed']);
    for (let i = 0; i < 10; i += 1) expect(await get(client)).toBe('{}');
    expect(counts()).toEqual([3, 8, 8]);
    expect(client.instances.all[0]!.lastFailure?.code).toBe('UPSTREAM_FAILED');
  });

  it('is not set aside when a success comes between', async () => {
    createClient({ balancing: 'round_robin' }, 2);
    for (const status of [500, 500, 200, 500, 500]) {
      fail(upstreams[0], status);
      for (let i = 0; i < 2; i += 1) await get(client).catch(() => undefined);
    }
    expect(states()).toEqual(['available', 'available']);
  });

  it.each([400, 404, 413, 429])('is not what answers %d', async (status) => {
    createClient({ balancing: 'round_robin', ejection: { failure_threshold: 1, seconds: 5 } });
    fail(upstreams[0], status);
    for (let i = 0; i < 6; i += 1) await get(client);
    expect(states()).toEqual(['available', 'available', 'available']);
  });

  it('that is the last one is never set aside: the breaker takes over', async () => {
    createClient({ ejection: { failure_threshold: 1, seconds: 5 }, circuit_breaker: breakerAfter(3) }, 2);
    upstreams.forEach((upstream) => {
      fail(upstream);
    });
    for (let i = 0; i < 4; i += 1) await failureOf(get(client));
    expect(states().sort()).toEqual(['available', 'ejected']);
    expect((await failureOf(get(client))).code).toBe('UPSTREAM_BREAKER_OPEN');
  });

  it('is used all the same while every probe fails', async () => {
    createClient();
    for (const instance of client.instances.all) instance.probed(false, performance.now(), 1000);
    expect(states()).toEqual(['failing_probes', 'failing_probes', 'failing_probes']);
    for (let i = 0; i < 3; i += 1) expect(await get(client)).toBe('{}');
  });

  it('comes back by a probe, and waits twice as long each time it is set aside again', () => {
    createClient();
    const instance = client.instances.all[0]!;
    const pauses = [1, 2, 3].map(() => {
      instance.eject(1000, 3000);
      const pauseMs = instance.probeDueAt - performance.now();
      instance.probed(true, performance.now(), 1000);
      expect(instance.state).toBe('available');
      return Math.round(pauseMs / 100) * 100;
    });
    expect(pauses).toEqual([1000, 2000, 3000]);
    instance.probed(true, performance.now(), 1000);
    instance.eject(1000, 3000);
    expect(Math.round((instance.probeDueAt - performance.now()) / 100)).toBe(10);
  });

  it('does not come back by a probe that was on its way before it was set aside', () => {
    createClient();
    const instance = client.instances.all[0]!;
    const askedAt = performance.now() - 1;
    instance.eject(5000, 5000);
    instance.probed(true, askedAt, 30_000);
    expect(instance.state).toBe('ejected');
    expect(instance.probeDueAt - performance.now()).toBeLessThan(5001);
    instance.probed(true, performance.now(), 30_000);
    expect(instance.state).toBe('available');
  });
});
