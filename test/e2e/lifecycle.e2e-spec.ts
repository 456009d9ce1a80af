import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { documentForm, sampleDocument } from '../support/documents.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { TestMicroservices } from '../support/microservices.js';
import { waitFor } from '../support/wait-for.js';

const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'correct-horse-battery' };

let folder: ReturnType<typeof temporaryFolder>;
const processes: GatewayProcess[] = [];

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((gateway) => gateway.kill()));
  folder.remove();
});

function start(env: Record<string, string> = {}): GatewayProcess {
  const gateway = new GatewayProcess({ IRIS_DATA_DIR: folder.path, ...env });
  processes.push(gateway);
  return gateway;
}

async function logIn(url: string): Promise<Response> {
  return fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD }),
  });
}

async function becomesReady(url: string): Promise<void> {
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 25_000);
}

describe('the gateway without Redis and PostgreSQL', () => {
  it('starts, keeps its users over a restart, and leaves no lock behind', async () => {
    const first = start(ADMIN);
    const { url } = await first.ready();
    await becomesReady(url);
    const login = await logIn(url);
    expect(login.status).toBe(200);
    const { access_token: token } = (await login.json()) as { access_token: string };
    first.signal('SIGTERM');
    expect((await first.end()).code).toBe(0);
    expect(await readdir(folder.path)).not.toContain('postgres.json');

    const { url: secondUrl } = await start().ready();
    await becomesReady(secondUrl);
    expect((await logIn(secondUrl)).status).toBe(200);
    // The generated signing key is kept as well.
    const me = await fetch(`${secondUrl}/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
  }, 60_000);

  it('is alive before it is ready', async () => {
    const { url } = await start().ready();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect([200, 503]).toContain(ready.status);
    await becomesReady(url);
  });
});

describe('metrics', () => {
  it('are served on their own port only, by route template', async () => {
    const { url, metricsUrl } = await start().ready();
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/nothing/42`)).status).toBe(404);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const text = await (await fetch(metricsUrl)).text();
    expect(text).toContain('requests_total{method="GET",endpoint="/health/live",status_code="200"} 1');
    expect(text).toContain('requests_total{method="GET",endpoint="unmatched",status_code="404"} 2');
    expect(text).toMatch(
      /request_duration_seconds_bucket\{le="2\.5",method="GET",endpoint="\/health\/live"\} 1/,
    );
    expect(text).toMatch(/^active_connections \d+$/m);
    expect(text).toMatch(/^processing_queue_size 0$/m);
  });
});

describe('a gateway that cannot start', () => {
  it('lists everything that is wrong, by key, and ends with 1 before it listens', async () => {
    const gateway = start({ NODE_ENV: 'production', JWT_SECRET_KEY: 'too-short', API_GATEWAY_PORT: 'http' });
    const { code, output } = await gateway.end();
    expect(code).toBe(1);
    for (const name of ['JWT_SECRET_KEY', 'DATABASE_URL', 'REDIS_URL', 'API_GATEWAY_PORT']) {
      expect(output).toContain(name);
    }
    expect(output).not.toContain('too-short');
    expect(output).not.toContain('    at ');
  });

  it('says that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, output } = await start({ API_GATEWAY_PORT: String(port) }).end();
    expect(code).toBe(1);
    expect(output).toContain(`127.0.0.1:${port}`);
    server.close();
  });
});

describe('the end of the gateway', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s finishes what is running, refuses what is new, and ends with 0',
    async (signal) => {
      const microservices = await TestMicroservices.start();
      const held = Promise.withResolvers<undefined>();
      microservices.on('ocr_extractor', 'POST /ocr', async (request) => {
        await held.promise;
        return microservices.normal('ocr_extractor', 'POST /ocr', request);
      });
      const gateway = start({ ...ADMIN, SERVICE_URLS: JSON.stringify(microservices.urls) });
      const { url } = await gateway.ready();
      await becomesReady(url);
      const { access_token: token } = (await (await logIn(url)).json()) as { access_token: string };
      const running = fetch(`${url}/process`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: documentForm(sampleDocument('cedula-1-scan.jpg')),
      });
      await waitFor(() => microservices.callsTo('ocr_extractor').length === 1, 'the document is being read');
      gateway.signal(signal);
      await waitFor(
        () =>
          fetch(`${url}/health/live`).then(
            () => false,
            () => true,
          ),
        'new connections are refused',
      );
      held.resolve(undefined);
      const response = await running;
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ success: true });
      expect((await gateway.end()).code).toBe(0);
      await microservices.stop();
    },
    60_000,
  );

  it('comes also when its parent goes away', async () => {
    const gateway = start();
    await gateway.ready();
    gateway.disconnect();
    expect((await gateway.end()).code).toBe(0);
  });
});

describe('the log', () => {
  it('holds no password and no token', async () => {
    const gateway = start({ ...ADMIN, LOG_LEVEL: 'DEBUG' });
    const { url } = await gateway.ready();
    await becomesReady(url);
    const { access_token: token } = (await (await logIn(url)).json()) as { access_token: string };
    await fetch(`${url}/auth/me?token=${token}`, { headers: { authorization: `Bearer ${token}` } });
    gateway.signal('SIGTERM');
    const { output } = await gateway.end();
    expect(output).toContain('/auth/login');
    expect(output).not.toContain(token);
    expect(output).not.toContain(ADMIN.ADMIN_PASSWORD);
    expect(output).not.toContain((await readFile(`${folder.path}/jwt-secret`, 'utf8')).trim());
  });
});
