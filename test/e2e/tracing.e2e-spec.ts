import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { sampleDocument } from '../support/documents.js';
import { ADMIN } from '../support/gateway-pair.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { TestMicroservices } from '../support/microservices.js';
import { OtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(120_000);

const SAMPLED = { trace: '0af7651916cd43dd8448eb211c80319c', parent: 'b7ad6b7169203331' };
const SECRET = 'c4n4ry';
/** Of a request that waits for nobody. */
const AT_ONCE_MS = 2_000;

const folder = temporaryFolder();
const running: GatewayProcess[] = [];
let microservices: TestMicroservices;
let embeddings: Upstream;
let database: TestDatabase;
let redis: OwnServer;
let receiver: OtlpReceiver;

beforeAll(async () => {
  [microservices, embeddings, database, redis] = await Promise.all([
    TestMicroservices.start(),
    Upstream.start(),
    createTestDatabase(),
    startRedis(),
  ]);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((gateway) => gateway.kill()));
  await receiver.close();
});

afterAll(async () => {
  await Promise.all([microservices.stop(), embeddings.close(), database.drop(), redis.close()]);
  folder.remove();
});

interface Started {
  readonly url: string;
  readonly token: string;
  readonly gateway: GatewayProcess;
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Started> {
  receiver = await OtlpReceiver.start();
  return startOne({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...env });
}

async function startOne(env: Readonly<Record<string, string>>): Promise<Started> {
  const gateway = new GatewayProcess({
    NODE_ENV: 'test',
    TESTING: 'false',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SERVICE_URLS: JSON.stringify({ ...microservices.urls, ml_embeddings: embeddings.url }),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__auth__argon2__memory_kib: '8192',
    IRIS__services__ml_embeddings__retry_delay: '0.01',
    IRIS__server__drain_delay_seconds: '0',
    ...env,
  });
  running.push(gateway);
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  const { body } = await callApi<{ access_token: string }>(url, 'POST /auth/login', { body: ADMIN });
  return { url, token: body.access_token, gateway };
}

async function arrived(name: string): Promise<ReceivedSpan> {
  await waitFor(() => Promise.resolve(receiver.named(name).length > 0), `a span ${name}`, 20_000);
  return receiver.named(name)[0]!;
}

function upload(): FormData {
  const form = new FormData();
  form.set('file', new Blob([sampleDocument('cedula-1-scan.jpg')]), `${SECRET}.jpg`);
  return form;
}

/** The names below a span, as a tree; databases are left out, because how often they are asked may change. */
function treeOf(span: ReceivedSpan): unknown {
  const children = receiver.childrenOf(span).filter(({ name }) => !/^(redis|postgresql) /.test(name));
  return { [span.name]: children.map(treeOf).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
}

function nameOf(tree: unknown): string {
  return Object.keys(tree as object)[0] ?? '';
}

function phase(name: string, call: string): unknown {
  return { [name]: [{ cache: [{ [call]: [] }] }] };
}

describe('a request › its spans', () => {
  it('goes on with the trace of the client, names the route, and passes on the span of each try', async () => {
    const { url, token } = await start({
      OTEL_SERVICE_NAME: 'iris-test',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    });
    embeddings.failFirst(1, (_request, response) => response.writeHead(503).end());
    const path = `/services/ml_embeddings/jobs/${SECRET}?key=${SECRET}`;
    const headers = {
      traceparent: `00-${SAMPLED.trace}-${SAMPLED.parent}-01`,
      tracestate: 'vendor=1',
      'user-agent': SECRET,
    };
    expect((await callApi(url, `GET ${path}`, { token, headers })).status).toBe(200);

    const request = await arrived('GET /services/:service/*path');
    expect(request).toMatchObject({
      traceId: SAMPLED.trace,
      parentId: SAMPLED.parent,
      kind: 'server',
      service: 'iris-test',
      isError: false,
      attributes: { 'http.request.method': 'GET', 'http.response.status_code': 200 },
    });
    const attempts = receiver.named('GET ml_embeddings');
    expect(attempts.map(({ parentId }) => parentId)).toEqual([request.spanId, request.spanId]);
    expect(attempts.map(({ kind, isError }) => [kind, isError])).toEqual([
      ['client', true],
      ['client', false],
    ]);
    expect(attempts.map(({ attributes }) => attributes)).toMatchObject([
      { 'iris.attempt': 1, 'iris.breaker': 'closed', 'error.type': 'UPSTREAM_FAILED' },
      { 'iris.attempt': 2, 'http.request.resend_count': 1, 'http.response.status_code': 200 },
    ]);
    const passedOn = embeddings.calls
      .slice(-2)
      .map(({ headers: sent }) => [sent.traceparent, sent.tracestate]);
    expect(passedOn).toEqual(attempts.map(({ spanId }) => [`00-${SAMPLED.trace}-${spanId}-01`, 'vendor=1']));
    expect(receiver.childrenOf(request).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['auth', 'limit']),
    );
    const limit = receiver.childrenOf(request).find(({ name }) => name === 'limit')!;
    expect(receiver.childrenOf(limit).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^redis EVAL/),
    ]);
    expect(receiver.requests[0]).toMatchObject({ url: '/v1/traces', headers: { 'x-key': 'a b' } });
  });

  it('tells nothing of paths, queries, bodies and credentials', async () => {
    const { url, token } = await start();
    await callApi(url, `GET /jobs/${SECRET}`, { token, headers: { referer: SECRET } });
    await callApi(url, `GET /jobs?q=${SECRET}`, { token });
    await callApi(url, 'POST /auth/login', { body: { email: `${SECRET}@example.com`, password: SECRET } });
    const found = await arrived('GET /jobs/:id');
    expect(receiver.childrenOf(found).map(({ name }) => name)).toContain('postgresql SELECT');
    await waitFor(
      () => Promise.resolve(receiver.named('POST /auth/login').length === 2),
      'both logins',
      20_000,
    );
    for (const text of [SECRET, token, ADMIN.email, ADMIN.password]) expect(receiver.raw).not.toContain(text);
  });
});

describe('a job › one trace through both processes', () => {
  it('from the request that brings it to the last phase', async () => {
    const { url, token } = await start({ IRIS_PROCESS: 'web', OTEL_SERVICE_NAME: 'web' });
    await startOne({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_SERVICE_NAME: 'worker',
      IRIS_PROCESS: 'worker',
    }).catch(() => undefined);
    embeddings.answerJson({ embedding: Array(768).fill(0), model_version: '1' });
    const headers = { authorization: `Bearer ${token}`, prefer: 'respond-async' };
    const { status } = await fetch(`${url}/process`, { method: 'POST', headers, body: upload() });
    expect(status).toBe(202);
    const request = await arrived('POST /process');
    const job = await arrived('job');
    expect(job).toMatchObject({ traceId: request.traceId, parentId: request.spanId, kind: 'consumer' });
    expect([request.service, job.service]).toEqual(['web', 'worker']);
    expect(treeOf(job)).toEqual({
      job: [
        phase('phase_1', 'POST image_processor'),
        phase('phase_2', 'POST ml_embeddings'),
        phase('phase_3', 'POST ml_classifier'),
        phase('phase_4', 'POST ocr_extractor'),
        phase('phase_5', 'POST ocr_extractor'),
      ],
    });
    expect(
      new Set(receiver.spans.filter(({ name }) => name.startsWith('phase_')).map(({ traceId }) => traceId)),
    ).toEqual(new Set([request.traceId]));
    const [cache] = receiver.childrenOf(receiver.named('phase_1')[0]!);
    expect(cache?.attributes).toMatchObject({ 'iris.cache.verdict': 'miss' });
  });
});

describe('which requests are traced', () => {
  it('a ratio of 0 › none, and the trace is passed on as not sampled', async () => {
    const { url, token } = await start({
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    await callApi(url, 'GET /services/ml_embeddings/x', { token });
    expect(embeddings.calls.at(-1)?.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    // One that the client wants traced: when it is there, whatever came before it would be, too.
    const traceparent = `00-${SAMPLED.trace}-${SAMPLED.parent}-01`;
    await callApi(url, 'GET /limits', { token, headers: { traceparent } });
    await arrived('GET /limits');
    expect(new Set(receiver.spans.map(({ traceId }) => traceId))).toEqual(new Set([SAMPLED.trace]));
  });
});

describe('a collector that does not do its part', () => {
  it.each([
    ['is absent', (): unknown => receiver.close()],
    ['hangs', () => receiver.behave(() => undefined)],
    ['fails', () => receiver.behave((_request, response) => response.writeHead(500).end())],
    ['hangs up', () => receiver.behave((request) => request.socket.destroy())],
  ])('%s › requests are answered as ever, one warning, an end in time', async (_what, fail) => {
    const { url, token, gateway } = await start({ OTEL_EXPORTER_OTLP_TIMEOUT: '500' });
    await fail();
    const startedAt = performance.now();
    for (let round = 0; round < 4; round += 1) {
      const calls = Array.from({ length: 50 }, () => callApi(url, 'GET /limits', { token }));
      for (const { status } of await Promise.all(calls)) expect(status).toBe(200);
    }
    expect(performance.now() - startedAt).toBeLessThan(4 * AT_ONCE_MS);
    const endedAt = performance.now();
    gateway.signal('SIGTERM');
    const { code, output } = await gateway.end();
    expect(code).toBe(0);
    expect(performance.now() - endedAt).toBeLessThan(5_000);
    expect(output.split('the collector does not take the traces')).toHaveLength(2);
  });

  it('an orderly end › hands over what is left', async () => {
    const { url, token, gateway } = await start();
    await callApi(url, 'GET /limits', { token });
    gateway.signal('SIGTERM');
    expect((await gateway.end()).code).toBe(0);
    expect(receiver.named('GET /limits')).toHaveLength(1);
  });
});

describe('which code is loaded', () => {
  /** Tells on standard error which modules of OpenTelemetry are imported or required. */
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      const resolved = next(name, context);
      const [, found] = /@opentelemetry\\/([^/]+)/.exec(resolved.url) ?? [];
      if (found) process.stderr.write('loaded:' + found + ';\\n');
      return resolved;
    } });`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(hook)}`;

  async function loaded(env: Readonly<Record<string, string>>): Promise<Set<string>> {
    const { url, token, gateway } = await start({ ...env, NODE_OPTIONS });
    await callApi(url, 'GET /services/ml_embeddings/x', { token });
    gateway.signal('SIGTERM');
    const { output } = await gateway.end();
    return new Set([...output.matchAll(/loaded:(.+);/g)].map(([, name = '']) => name));
  }

  it('with an endpoint › the SDK; without › the interfaces that pg-boss wants, and nothing is sent', async () => {
    expect(await loaded({})).toContain('sdk-trace');
    await receiver.close();
    expect(await loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual(new Set(['api']));
    expect(receiver.requests).toHaveLength(0);
  });
});
