import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import {
  IrisClient,
  type IrisClientOptions,
  isIrisError,
  type RetryOptions,
} from '../../../clients/typescript/src/index.ts';
import { CuttingProxy } from '../../support/cutting-proxy.js';
import { sampleDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

const CLOSED = 'http://127.0.0.1:1';
const OCR = { file: sampleDocument('cedula-1-scan.jpg').toString('base64') };

let microservices: TestMicroservices;
let gateway: TestGateway;
let proxy: CuttingProxy;
let token: string;
let limited: string;
let waits: { readonly code: string; readonly waitMs: number }[] = [];

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: {
      IRIS__rate_limiting__admin__limit: '2/second',
      IRIS__services__ocr_extractor__bulkhead__max_concurrent: '1',
      IRIS__services__ocr_extractor__bulkhead__max_queue: '0',
    },
  });
  token = await gateway.tokenOf('faults@iris.example.com');
  limited = await gateway.tokenOf('limited@iris.example.com', 'admin');
  proxy = await CuttingProxy.start(gateway.url);
});

afterEach(async () => {
  waits = [];
  proxy.reset();
  await microservices.reset();
});

afterAll(async () => {
  await proxy.stop();
  await gateway.stop();
  await microservices.stop();
});

const onRetry: NonNullable<RetryOptions['onRetry']> = (error, waitMs) => {
  waits.push({ code: isIrisError(error) ? error.code : error.name, waitMs });
};

function clientOf(options: Partial<IrisClientOptions> = {}): IrisClient {
  const { retry, ...others } = options;
  const auth = { accessToken: token };
  return new IrisClient({ baseUrl: proxy.url, auth, retry: { onRetry, ...retry }, ...others });
}

async function serve(answer: RequestListener): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

describe('a refusal', () => {
  it('has its code, its status, its words and the id of the request', async () => {
    const error: unknown = await clientOf()
      .jobs.get(`job_${'0'.repeat(26)}`)
      .catch((thrown: unknown) => thrown);
    if (!isIrisError(error, 'JOB_NOT_FOUND')) throw error;
    expect(error).toMatchObject({
      name: 'IrisError',
      code: 'JOB_NOT_FOUND',
      status: 404,
      isTemporary: false,
    });
    expect(error.requestId).toMatch(/\S/);
    expect(error.message).toBe(`There is no such job: ${error.detail} (request ${error.requestId ?? ''})`);
    expect(error.problem).toMatchObject({ type: '/errors/JOB_NOT_FOUND', retryable: false });
  });

  it('says which values are wrong', async () => {
    const refused = clientOf().jobs.list({ limit: 0 });
    await expect(refused).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      problem: { errors: [{ pointer: '/limit' }] },
      message: expect.stringContaining('/limit'),
    });
  });

  it('by somebody else has the status as its code', async () => {
    proxy.next(/jobs/, 'is refused');
    const refused = clientOf({ retry: { retries: 0 } }).jobs.list();
    await expect(refused).rejects.toMatchObject({ code: 'HTTP_503', retryAfterMs: 1000, problem: {} });
  });
});

describe('a request is made again', () => {
  it('when a limit is used up: after as long as the gateway says', async () => {
    const client = clientOf({ auth: { accessToken: limited } });
    await Promise.all([1, 2, 3, 4].map(() => client.jobs.list()));
    expect(waits.map(({ code }) => code)).toContain('RATE_LIMIT_EXCEEDED');
    for (const { waitMs } of waits) expect(waitMs).toBeGreaterThanOrEqual(1000);
  });

  it('when a microservice has too much work', async () => {
    const release = microservices.hold('ocr_extractor', 'POST /ocr');
    const first = clientOf().api.POST('/phase5/ocr', { body: OCR, headers: { 'cache-control': 'no-store' } });
    await waitFor(() => microservices.callsTo('ocr_extractor').length === 1, 'it is at work');
    const second = clientOf({
      retry: {
        onRetry: (error, waitMs) => {
          onRetry(error, waitMs);
          release();
        },
      },
    }).api.POST('/phase5/ocr', { body: OCR, headers: { 'cache-control': 'no-store' } });
    expect((await second).response.status).toBe(200);
    expect(waits[0]).toMatchObject({ code: 'UPSTREAM_OVERLOADED' });
    expect(waits[0]?.waitMs).toBeGreaterThanOrEqual(1000);
    await first;
  });

  it.each(['is lost', 'is cut'] as const)('when its answer %s', async (fate) => {
    proxy.next(/jobs/, fate, fate);
    expect((await clientOf().jobs.list()).next_cursor).toBeNull();
    expect(waits.map(({ code }) => code)).toEqual(['IrisNetworkError', 'IrisNetworkError']);
    expect(waits[1]?.waitMs).toBeGreaterThan(waits[0]?.waitMs ?? Infinity);
  });

  it('not when that might do something twice', async () => {
    proxy.next(/api-keys/, 'is lost');
    const body = { name: 'once', scopes: ['documents:read' as const] };
    await expect(clientOf().api.POST('/auth/api-keys', { body })).rejects.toMatchObject({
      name: 'IrisNetworkError',
    });
    expect(proxy.requestsTo(/api-keys/)).toHaveLength(1);
    expect((await clientOf().api.GET('/auth/api-keys')).data.items).toHaveLength(1);
  });

  it('not when it would have to wait for too long', async () => {
    proxy.next(/jobs/, 'is refused');
    await expect(clientOf({ retry: { busyMs: 500 } }).jobs.list()).rejects.toMatchObject({ status: 503 });
    expect([waits, proxy.requests.length]).toEqual([[], 1]);
  });

  it('not more often than was said', async () => {
    proxy.next(/jobs/, 'is lost', 'is lost', 'is lost', 'is lost');
    await expect(clientOf({ retry: { retries: 2 } }).jobs.list()).rejects.toThrow('cannot be reached');
    expect(proxy.requests).toHaveLength(3);
  });
});

describe('who is not there', () => {
  it('nobody listens › IrisNetworkError with the reason, after some tries', async () => {
    const client = clientOf({ baseUrl: CLOSED, retry: { retries: 2, onRetry } });
    const error: unknown = await client.jobs.list().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'IrisNetworkError' });
    expect(String(error)).toMatch(
      /^IrisNetworkError: The gateway at http:\/\/127\.0\.0\.1:1 cannot be reached: \S/,
    );
    expect(waits).toHaveLength(2);
  });

  it('no answer comes › IrisTimeoutError', async () => {
    const silent = await serve(() => undefined);
    const client = clientOf({ baseUrl: silent.url, timeoutMs: 100, retry: { retries: 1, onRetry } });
    await expect(client.jobs.list()).rejects.toMatchObject({ name: 'IrisTimeoutError' });
    expect(waits.map(({ code }) => code)).toEqual(['IrisTimeoutError']);
    await silent.stop();
  });

  it('a stranger › IrisProtocolError', async () => {
    const stranger = await serve((_request, response) => response.end('<html>It works!</html>'));
    await expect(clientOf({ baseUrl: stranger.url }).jobs.list()).rejects.toMatchObject({
      name: 'IrisProtocolError',
      message: `What answers at ${stranger.url} is no gateway of IRIS`,
    });
    await stranger.stop();
  });

  it('a redirect is not followed: it would carry the credentials along', async () => {
    const elsewhere = await serve((_request, response) =>
      response.writeHead(302, { location: gateway.url }).end(),
    );
    const client = clientOf({ baseUrl: elsewhere.url, retry: { retries: 0 } });
    await expect(client.jobs.list()).rejects.toMatchObject({ name: 'IrisNetworkError' });
    await elsewhere.stop();
  });

  it.each(['', 'localhost:8000', '/iris', 'ftp://x', 'http://a:b@x'])('%j is no address', (baseUrl) => {
    expect(() => new IrisClient({ baseUrl })).toThrow('baseUrl is not an address');
  });
});

describe('a signal', () => {
  const reason = new Error('enough');

  it('ends a request before it is sent, while it is answered, and while it waits', async () => {
    await expect(clientOf().jobs.list({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(proxy.requests).toEqual([]);
    const silent = await serve(() => undefined);
    const answering = clientOf({ baseUrl: silent.url }).jobs.list({}, { signal: AbortSignal.timeout(50) });
    await expect(answering).rejects.toMatchObject({ name: 'TimeoutError' });
    await silent.stop();
    const abort = new AbortController();
    const waiting = clientOf({
      signal: abort.signal,
      retry: {
        onRetry: () => {
          abort.abort(reason);
        },
      },
    });
    proxy.next(/jobs/, 'is refused');
    await expect(waiting.jobs.list()).rejects.toBe(reason);
    expect(proxy.requests).toHaveLength(1);
  });
});
