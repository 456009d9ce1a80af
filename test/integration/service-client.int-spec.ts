import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';

import { type ServiceClient, jsonBody, multipartBody } from '../../src/proxy/service-client/index.js';
import { fastestMs } from '../support/fastest.js';
import { breakerAfter, callContext, failureOf, serviceClient } from '../support/service-call.js';
import { Upstream, startRawUpstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

const answerSchema = z.object({ ok: z.literal(true) });

let upstream: Upstream;
const clients: ServiceClient[] = [];

beforeEach(async () => {
  upstream = (await Upstream.start()).answerJson({ ok: true });
});

afterEach(async () => {
  jest.useRealTimers();
  await upstream.close();
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

interface Settings {
  readonly url?: string;
  readonly timeout?: number;
  readonly retries?: number;
  readonly delay?: number;
  readonly threshold?: number;
  readonly maxResponseBytes?: number;
}

function createClient({
  url = upstream.url,
  timeout = 5,
  retries = 0,
  delay = 0.01,
  threshold = 3,
  maxResponseBytes = 1_000_000,
}: Settings = {}): ServiceClient {
  const client = serviceClient(url, {
    timeout,
    max_retries: retries,
    retry_delay: delay,
    max_response_bytes: maxResponseBytes,
    circuit_breaker: breakerAfter(threshold),
  });
  clients.push(client);
  return client;
}

function post(client: ServiceClient, context = callContext(), options = {}): Promise<unknown> {
  return client.post('/ocr', jsonBody({ a: 1 }), answerSchema, context, options);
}

describe('ServiceClient › the request', () => {
  it('carries the id, the trace and the remaining deadline, and nothing else of the client', async () => {
    await post(createClient(), callContext({ deadlineMs: 1000 }));
    const { headers } = upstream.calls[0]!;
    expect(headers['x-request-id']).toBe('request-1');
    expect(headers.traceparent).toMatch(/^00-a{32}-b{16}-01$/);
    expect(Number(headers['x-request-deadline'])).toBeGreaterThan(500);
    expect(Number(headers['x-request-deadline'])).toBeLessThanOrEqual(1000);
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });

  it('sends a document byte for byte as the part `file`, with a Content-Length', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const body = multipartBody({ bytes, mediaType: 'image/png' }, { language: 'es' });
    await createClient().post('/ocr', body, answerSchema, callContext());
    const call = upstream.calls[0]!;
    const form = await new Response(new Uint8Array(call.body), {
      headers: { 'content-type': call.headers['content-type']! },
    }).formData();
    expect(Buffer.from(await (form.get('file') as File).arrayBuffer()).equals(bytes)).toBe(true);
    expect(form.get('language')).toBe('es');
    expect(call.headers['content-length']).toBe(String(call.body.length));
  });
});

describe('ServiceClient › retries', () => {
  it('tries again after a 500, max_retries times at most', async () => {
    upstream.answerJson({}, 500);
    const error = await failureOf(post(createClient({ retries: 2, threshold: 10 })));
    expect(error.code).toBe('UPSTREAM_FAILED');
    expect(error.status).toBe(502);
    expect(upstream.calls).toHaveLength(3);
  });

  it('takes from the budget for the tries that it makes, and not for the one that it gives up', async () => {
    upstream.answerJson({}, 500);
    const client = createClient({ retries: 1, threshold: 1000 });
    for (let i = 0; i < 20; i += 1) await failureOf(post(client));
    expect(upstream.calls).toHaveLength(40);
  });

  it('gives the answer of a later try', async () => {
    upstream.failFirst(1, (request) => request.socket.destroy());
    await expect(post(createClient({ retries: 1 }))).resolves.toEqual({ ok: true });
    expect(upstream.calls).toHaveLength(2);
  });

  it('sends the same body again', async () => {
    upstream.failFirst(1, (_request, response) => response.writeHead(503).end());
    await post(createClient({ retries: 1 }));
    expect(upstream.calls.map(({ body }) => body.toString())).toEqual(['{"a":1}', '{"a":1}']);
  });

  it.each([400, 401, 404, 409, 413, 415, 422])('does not repeat a %d', async (status) => {
    upstream.answerJson({ error: { code: 'X', message: 'no' } }, status);
    await failureOf(post(createClient({ retries: 3 })));
    expect(upstream.calls).toHaveLength(1);
  });

  it('does not repeat what is not idempotent once it was sent', async () => {
    upstream.behave((request) => request.socket.destroy());
    const error = await failureOf(post(createClient({ retries: 3 }), callContext(), { idempotent: false }));
    expect(error.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(upstream.calls).toHaveLength(1);
  });

  it('does repeat what is not idempotent when nothing was sent', async () => {
    await upstream.close();
    const context = callContext();
    await failureOf(post(createClient({ retries: 2, threshold: 10 }), context, { idempotent: false }));
    expect(context.upstream.calls).toBe(3);
  });

  it('does not start a back-off that would end after the deadline', async () => {
    upstream.answerJson({}, 500);
    const startedAt = performance.now();
    await failureOf(post(createClient({ retries: 3, delay: 60 }), callContext({ deadlineMs: 2000 })));
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(upstream.calls).toHaveLength(1);
  });

  it('waits as long as Retry-After says, or not at all when the deadline is nearer', async () => {
    upstream.answerJson({}, 503, { 'retry-after': '120' });
    const error = await failureOf(post(createClient({ retries: 3 }), callContext({ deadlineMs: 2000 })));
    expect(error.status).toBe(503);
    expect(error.retryAfterSeconds).toBe(120);
    expect(upstream.calls).toHaveLength(1);
  });
});

describe('ServiceClient › faults', () => {
  it('answers 502 when the connection is refused', async () => {
    await upstream.close();
    const error = await failureOf(post(createClient()));
    expect([error.code, error.status, error.extensions.service]).toEqual([
      'UPSTREAM_UNAVAILABLE',
      502,
      'ocr_extractor',
    ]);
  });

  it('answers 504 when no answer comes in time, and ends the call', async () => {
    upstream.behave(() => undefined);
    const error = await failureOf(post(createClient({ timeout: 0.1 })));
    expect([error.code, error.status]).toEqual(['UPSTREAM_TIMEOUT', 504]);
    await waitFor(() => upstream.abandoned === 1, 'the microservice sees the end of the call');
  });

  it('answers 504 when the body drips past the time of the attempt', async () => {
    upstream.behave((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => {
        clearInterval(drip);
      });
    });
    const error = await failureOf(post(createClient({ timeout: 0.15 })));
    expect(error.code).toBe('UPSTREAM_TIMEOUT');
  });

  it('answers 504 when the time of the whole request is used up, and does not blame the microservice', async () => {
    upstream.behave(() => undefined);
    const client = createClient({ threshold: 1 });
    const error = await failureOf(post(client, callContext({ deadlineMs: 100 })));
    expect([error.code, error.status]).toEqual(['DEADLINE_EXCEEDED', 504]);
    expect(client.breaker.state).toBe('closed');
  });

  it('answers 502 when the body breaks off', async () => {
    upstream.behave((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"ok"');
      setImmediate(() => response.destroy());
    });
    expect((await failureOf(post(createClient()))).status).toBe(502);
  });

  it('answers 502 when the answer is larger than allowed', async () => {
    upstream.answerJson({ ok: true, padding: 'x'.repeat(2000) });
    const error = await failureOf(post(createClient({ maxResponseBytes: 1000 })));
    expect(error.code).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  it.each([
    ['not JSON', 'certainly not'],
    ['another shape', '{"ok":false}'],
  ])('answers 502 when the answer is %s', async (_what, body) => {
    upstream.behave((_request, response) => response.end(body));
    const error = await failureOf(post(createClient()));
    expect([error.code, error.status]).toEqual(['UPSTREAM_INVALID_RESPONSE', 502]);
  });

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}'],
    ['headers of 100 KB', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n{}`],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}'],
  ])('answers 502 to %s', async (_what, bytes) => {
    const raw = await startRawUpstream((socket) => socket.end(bytes));
    try {
      expect((await failureOf(post(createClient({ url: raw.url })))).status).toBe(502);
    } finally {
      await raw.close();
    }
  });

  it('passes the reason on when the microservice refuses the document', async () => {
    upstream.answerJson({ error: { code: 'BLURRED', message: 'too\u0007 blurred' } }, 422);
    const error = await failureOf(post(createClient()));
    expect([error.code, error.status, error.message]).toEqual(['DOCUMENT_REJECTED', 422, 'too  blurred']);
  });
});

describe('ServiceClient › a client that hangs up', () => {
  it('ends the call of the microservice within 100 ms, and does not blame the microservice', async () => {
    upstream.behave(() => undefined);
    const client = createClient({ threshold: 1, retries: 2 });
    const hangUpMs = await fastestMs(async () => {
      const [called, abandoned] = [upstream.calls.length, upstream.abandoned];
      const hangUp = new AbortController();
      const call = failureOf(post(client, callContext({ signal: hangUp.signal })));
      await waitFor(() => upstream.calls.length > called, 'the call arrives');
      const startedAt = performance.now();
      hangUp.abort();
      expect((await call).code).toBe('CLIENT_CLOSED_REQUEST');
      await waitFor(() => upstream.abandoned > abandoned, 'the microservice sees the end of the call');
      return performance.now() - startedAt;
    });
    expect(hangUpMs).toBeLessThan(100);
    expect(client.breaker.state).toBe('closed');
  });

  it('does not wait for the end of a back-off, and does not try again', async () => {
    upstream.answerJson({}, 500);
    const hangUp = new AbortController();
    const call = failureOf(
      post(createClient({ retries: 3, delay: 0.2 }), callContext({ signal: hangUp.signal })),
    );
    await waitFor(() => upstream.calls.length === 1, 'the first try');
    hangUp.abort();
    expect((await call).code).toBe('CLIENT_CLOSED_REQUEST');
    expect(upstream.calls).toHaveLength(1);
  });
});

describe('ServiceClient › the breaker', () => {
  const RECOVERY_MS = 90_000;

  /** Only the date is fake: sockets need their timers. */
  function fakeDate(): void {
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'nextTick',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    });
  }

  async function openBreaker(client: ServiceClient): Promise<void> {
    upstream.answerJson({}, 500);
    for (let i = 0; i < 3; i += 1) await failureOf(post(client));
    expect(client.breaker.state).toBe('open');
    upstream.answerJson({ ok: true });
    upstream.calls.length = 0;
  }

  it('opens after failure_threshold failures in a row and refuses at once, with Retry-After', async () => {
    const client = createClient();
    await openBreaker(client);
    const refusedMs = await fastestMs(async () => {
      const startedAt = performance.now();
      await failureOf(post(client));
      return performance.now() - startedAt;
    });
    expect(refusedMs).toBeLessThan(50);
    const error = await failureOf(post(client));
    expect([error.code, error.status]).toEqual(['UPSTREAM_BREAKER_OPEN', 503]);
    expect(error.retryAfterSeconds).toBeGreaterThan(85);
    expect(error.retryAfterSeconds).toBeLessThanOrEqual(90);
    expect(upstream.calls).toHaveLength(0);
  });

  it('forgets failures that a success interrupts', async () => {
    const client = createClient();
    for (const status of [500, 500, 200, 500, 500]) {
      upstream.answerJson({ ok: true }, status);
      await post(client).catch(() => undefined);
    }
    expect(client.breaker.state).toBe('closed');
  });

  it.each([400, 404, 422, 429])('is not opened by answers with %d', async (status) => {
    upstream.answerJson({}, status);
    const client = createClient();
    for (let i = 0; i < 5; i += 1) await failureOf(post(client));
    expect(client.breaker.state).toBe('closed');
  });

  it('closes again after a trial that succeeds', async () => {
    fakeDate();
    const client = createClient();
    await openBreaker(client);
    jest.setSystemTime(Date.now() + RECOVERY_MS);
    await expect(post(client)).resolves.toEqual({ ok: true });
    expect(client.breaker.state).toBe('closed');
  });

  it('opens again after a trial that fails', async () => {
    fakeDate();
    const client = createClient();
    await openBreaker(client);
    jest.setSystemTime(Date.now() + RECOVERY_MS);
    upstream.answerJson({}, 500);
    expect((await failureOf(post(client))).code).toBe('UPSTREAM_FAILED');
    expect((await failureOf(post(client))).code).toBe('UPSTREAM_BREAKER_OPEN');
  });

  it('refuses others while the trial is under way', async () => {
    fakeDate();
    const client = createClient();
    await openBreaker(client);
    jest.setSystemTime(Date.now() + RECOVERY_MS);
    const held = Promise.withResolvers<() => void>();
    upstream.behave((_request, response) => {
      held.resolve(() => response.end('{"ok":true}'));
    });
    const trial = post(client);
    const answerTrial = await held.promise;
    expect((await failureOf(post(client))).code).toBe('UPSTREAM_BREAKER_OPEN');
    answerTrial();
    await expect(trial).resolves.toEqual({ ok: true });
  });

  it('makes room for another trial when the first one proved nothing', async () => {
    fakeDate();
    const client = createClient();
    await openBreaker(client);
    jest.setSystemTime(Date.now() + RECOVERY_MS);
    upstream.answerJson({}, 404);
    expect((await failureOf(post(client))).code).toBe('UPSTREAM_REFUSED');
    upstream.answerJson({ ok: true });
    await expect(post(client)).resolves.toEqual({ ok: true });
  });
});
