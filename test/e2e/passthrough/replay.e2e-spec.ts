import { randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { GatewayProcess, temporaryFolder } from '../../support/gateway-process.js';
import { type TestDatabase, createTestDatabase } from '../../support/postgres.js';
import { ProxiedService } from '../../support/proxied-service.js';
import { testRedisUrl } from '../../support/redis.js';
import { Upstream } from '../../support/upstream.js';
import { waitFor } from '../../support/wait-for.js';

const REPLAY_LIMIT = 6_000_000;

let dying: Upstream;
let healthy: Upstream;
let service: ProxiedService;

beforeAll(async () => {
  dying = await Upstream.start();
  healthy = await Upstream.start();
  service = await ProxiedService.start(`${dying.url},${healthy.url}`, {
    IRIS__processing__max_document_bytes: String(REPLAY_LIMIT),
    IRIS__services__image_processor__balancing: 'round_robin',
    IRIS__services__image_processor__ejection__failure_threshold: '1000000',
  });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await Promise.all([dying.close(), healthy.close()]);
});

beforeEach(() => {
  for (const upstream of [dying, healthy]) {
    upstream.calls.length = 0;
    upstream.requests = 0;
    upstream.answerJson({ ok: true });
  }
});

afterEach(async () => {
  await service.becomesIdle();
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('iris-spool'))).toEqual([]);
  await waitFor(() => spooledBytes(process.pid) === 0, 'no spool file is left open');
});

/** Size of the spool files that a process has open, which have no name any more. */
function spooledBytes(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  const sizes = readdirSync(folder).map((fd) => {
    const path = join(folder, fd);
    try {
      return readlinkSync(path).includes('iris-spool') ? statSync(path).size : 0;
    } catch {
      return 0; // closed meanwhile
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Reads so many bytes and dies. */
function dieAfter(bytes: number): void {
  dying.onRequest((request: IncomingMessage) => {
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received >= bytes) request.socket.resetAndDestroy();
    });
  });
}

/** Two calls, so that each instance has its turn. */
async function uploadTwice(
  path: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Response[]> {
  const responses: Response[] = [];
  for (let i = 0; i < 2; i += 1) {
    responses.push(await service.fetch(path, { method: 'POST', body: new Uint8Array(body), headers }));
  }
  return responses;
}

/** The same without a length. */
async function uploadChunked(path: string, body: Buffer): Promise<void> {
  const client = service.say(service.head('POST', path, 'Transfer-Encoding: chunked', 'Connection: close'));
  for (let at = 0; at < body.length; at += 50_000) {
    const chunk = body.subarray(at, at + 50_000);
    client.send(`${chunk.length.toString(16)}\r\n`);
    client.send(chunk);
    client.send('\r\n');
    await waitFor(() => client.unsentBytes < 200_000 || client.isClosed, 'bytes are taken');
  }
  client.send('0\r\n\r\n');
  await client.closed();
  expect(client.text).toMatch(/^HTTP\/1\.1 200 /);
}

describe('ALL /services/{service}/… › an instance that dies in the middle of an upload', () => {
  it.each([
    ['in memory', 100_000, 20_000],
    ['in memory, to the last byte', 100_000, 100_000],
    ['at the border of memory', 1_048_576, 500_000],
    ['beyond memory', 5_000_000, 100_000],
    ['beyond memory, late', 5_000_000, 4_900_000],
  ])('does not lose it: %s', async (_what, size, diesAfter) => {
    const body = randomBytes(size);
    dieAfter(diesAfter);
    for (const response of await uploadTwice('/process', body)) expect(response.status).toBe(200);
    expect(dying.requests).toBeGreaterThan(0);
    expect(healthy.calls).toHaveLength(2);
    for (const call of healthy.calls) expect(call.body.equals(body)).toBe(true);
  });

  it.each([100_000, 3_000_000])('does not lose it without a length: %d bytes', async (size) => {
    const body = randomBytes(size);
    dieAfter(size / 2);
    for (let i = 0; i < 2; i += 1) await uploadChunked('/process', body);
    expect(healthy.calls).toHaveLength(2);
    for (const call of healthy.calls) expect(call.body.equals(body)).toBe(true);
  });

  it('that is beyond the limit: 502, which need not be tried again', async () => {
    dieAfter(REPLAY_LIMIT + 500_000);
    const body = randomBytes(REPLAY_LIMIT + 1_000_000);
    const responses = await uploadTwice('/process', body);
    const failed = responses.find(({ status }) => status !== 200)!;
    expect(failed.status).toBe(502);
    expect(await failed.json()).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: false });
    expect(healthy.calls).toHaveLength(1);
    expect(healthy.calls[0]!.body.equals(body)).toBe(true);
  });

  it.each(['/train', '/process/other'])(
    'is not repeated on %s, which may have side effects',
    async (path) => {
      dieAfter(10_000);
      const responses = await uploadTwice(path, randomBytes(50_000));
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 502]);
      expect([dying.requests, healthy.requests]).toEqual([1, 1]);
    },
  );

  it('is repeated for PUT, which HTTP calls idempotent', async () => {
    const body = randomBytes(200_000);
    dieAfter(100_000);
    for (let i = 0; i < 2; i += 1) {
      const response = await service.fetch('/model', { method: 'PUT', body });
      expect(response.status).toBe(200);
    }
    expect(healthy.calls.every((call) => call.body.equals(body))).toBe(true);
    expect(healthy.calls).toHaveLength(2);
  });
});

describe('a gateway as a process', () => {
  const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'correct-horse-battery' };
  let database: TestDatabase;
  let folder: ReturnType<typeof temporaryFolder>;
  let gateway: GatewayProcess;

  beforeEach(async () => {
    database = await createTestDatabase();
    folder = temporaryFolder();
    await mkdir(join(folder.path, 'data'));
    await mkdir(join(folder.path, 'tmp'));
  });

  afterEach(async () => {
    await gateway.kill();
    await database.drop();
    folder.remove();
  });

  /** @returns its address and an access token */
  async function start(temporary: string): Promise<{ url: string; token: string }> {
    gateway = new GatewayProcess({
      IRIS_DATA_DIR: join(folder.path, 'data'),
      TMPDIR: join(folder.path, temporary),
      DATABASE_URL: database.url,
      REDIS_URL: await testRedisUrl(),
      IMAGE_PROCESSOR_URL: `${dying.url},${healthy.url}`,
      IRIS__services__image_processor__balancing: 'round_robin',
      IRIS__monitoring__health_checks__services: '[]',
      ...ADMIN,
    });
    const { url } = await gateway.ready();
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 40_000);
    const body = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
    const login = await callApi<{ access_token: string }>(url, 'POST /auth/login', { body });
    return { url, token: login.body.access_token };
  }

  function upload(to: { url: string; token: string }, body: BodyInit): Promise<Response> {
    return fetch(`${to.url}/services/image_processor/process`, {
      method: 'POST',
      headers: { authorization: `Bearer ${to.token}` },
      body,
      duplex: 'half',
    } as RequestInit);
  }

  it('that has no room for a file loses only the repetition', async () => {
    const running = await start('not/there');
    dying.onRequest(() => undefined);
    const body = randomBytes(3_000_000);
    for (let i = 0; i < 2; i += 1) expect((await upload(running, body)).status).toBe(200);
    expect([dying, healthy].map(({ calls }) => calls.every((call) => call.body.equals(body)))).toEqual([
      true,
      true,
    ]);
    dieAfter(2_000_000);
    const statuses = [await upload(running, body), await upload(running, body)].map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 502]);
  }, 90_000);

  it('that is killed in the middle of an upload leaves nothing behind', async () => {
    const running = await start('tmp');
    let received = 0;
    for (const upstream of [dying, healthy]) {
      upstream.onRequest((request) => request.on('data', (chunk: Buffer) => (received += chunk.length)));
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(randomBytes(3_000_000));
      },
    });
    const broken = upload(running, body).catch(() => 'broken');
    await waitFor(() => received === 3_000_000, 'the upload is under way');
    expect(spooledBytes(gateway.pid)).toBe(3_000_000);
    await gateway.kill();
    expect(await broken).toBe('broken');
    expect(await readdir(join(folder.path, 'tmp'))).toEqual([]);
  }, 90_000);
});
