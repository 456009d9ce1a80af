import { createHash, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AggregatorRegistry, register } from 'prom-client';
import { Pool } from 'undici';

import { HttpError } from '../../examples/microservices/shared/http-error.ts';
import { SERVICE_NAMES } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import {
  CATALOGUE,
  type LabelValues,
  type MetricDefinition,
  METRICS,
  MetricsServer,
} from '../../src/metrics/index.js';
import { callApi } from '../support/api-client.js';
import { sendDocument } from '../support/document-client.js';
import { freshDocument } from '../support/documents.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { jobIn, submit } from '../support/jobs.js';
import { TestMicroservices } from '../support/microservices.js';
import { routesOf } from '../support/routes.js';
import { type Sample, scrape, valueOf } from '../support/metrics.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const RANDOM_PATHS = 10_000;
const ODD_METHODS = ['PROPFIND', 'TRACE', 'QUERY', 'M-SEARCH', 'PURGE', 'OPTIONS', 'HEAD', 'DELETE', 'PATCH'];
const THRESHOLD = 3;
const DEFINITIONS = new Map(Object.values<MetricDefinition>(CATALOGUE).map((it) => [it.name, it]));

const SETTINGS = {
  IRIS__auth__refresh_reuse_grace_seconds: '0',
  IRIS__jobs__max_attempts: '1',
  IRIS__jobs__retry_delay_seconds: '0.05',
  ...Object.fromEntries(
    ['default', 'authenticated', 'processing'].map((tier) => [
      `IRIS__rate_limiting__${tier}__limit`,
      '1000000/hour',
    ]),
  ),
  ...Object.fromEntries(
    SERVICE_NAMES.flatMap((name) => [
      [`IRIS__services__${name}__max_retries`, '1'],
      [`IRIS__services__${name}__retry_delay`, '0.01'],
      [`IRIS__services__${name}__circuit_breaker__failure_threshold`, String(THRESHOLD)],
    ]),
  ),
};

let microservices: TestMicroservices;
let gateway: TestGateway;
let metricsUrl: string;
let token: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls, env: SETTINGS });
  metricsUrl = (await gateway.app.get(MetricsServer, { strict: false }).listen()) ?? '';
  token = await gateway.tokenOf('metrics@example.com');
});

beforeEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function increase(
  read: () => Promise<number | undefined>,
  act: () => Promise<unknown>,
): Promise<number> {
  const before = (await read()) ?? 0;
  await act();
  return ((await read()) ?? 0) - before;
}

describe('metrics of microservices', () => {
  const service = 'ml_embeddings';
  const attempts = (outcome: string) => () => valueOf(METRICS.upstreamAttempts, { service, outcome });

  it('count attempts by outcome, and retries', async () => {
    expect(await increase(attempts('answered'), () => read())).toBe(1);
    microservices.on(service, 'POST /embed', () =>
      Promise.reject(new HttpError(422, 'UNREADABLE', 'It is black')),
    );
    expect(await increase(attempts('rejected'), () => read())).toBe(1);
    let isFirst = true;
    microservices.on(service, 'POST /embed', (request) => {
      if (!isFirst) return microservices.normal(service, 'POST /embed', request);
      isFirst = false;
      throw new HttpError(500, 'BROKEN', 'It is broken');
    });
    const retries = (): Promise<number | undefined> => valueOf(METRICS.upstreamRetries, { service });
    expect(
      await increase(retries, async () => {
        expect(await increase(attempts('failed'), () => read())).toBe(1);
      }),
    ).toBe(1);
  });

  it('tell the state of the breaker, and what is in flight', async () => {
    const breaker = (state: string) => valueOf(METRICS.breakerState, { service, state });
    const inFlight = () => valueOf(METRICS.upstreamCalls, { service, state: 'in_flight' });
    expect([await breaker('closed'), await breaker('open'), await inFlight()]).toEqual([1, 0, 0]);
    const held = Promise.withResolvers<undefined>();
    microservices.on(service, 'POST /embed', async () => {
      await held.promise;
      throw new HttpError(500, 'BROKEN', 'It is broken');
    });
    const answers = Promise.all(Array.from({ length: THRESHOLD }, () => read()));
    await waitFor(async () => (await inFlight()) === THRESHOLD, 'all calls are in flight');
    held.resolve(undefined);
    await answers;
    expect([await breaker('closed'), await breaker('open'), await inFlight()]).toEqual([0, 1, 0]);
    expect(await valueOf(METRICS.serviceHealth, { service })).toBe(0);
  });

  function read(): ReturnType<typeof sendDocument> {
    return sendDocument(gateway.url, freshDocument(), { token, path: '/phase2/embed' });
  }
});

describe('metrics of phases and jobs', () => {
  it('tell a phase that was done from one whose result was there, and from one that failed', async () => {
    const phase = (verdict: string) => () =>
      valueOf('iris_phase_duration_seconds_count', { phase: 'phase_1', verdict });
    const document = freshDocument();
    const send = (): Promise<unknown> => sendDocument(gateway.url, document, { token });
    expect(await increase(phase('miss'), send)).toBe(1);
    expect(await increase(phase('hit'), send)).toBe(1);
    microservices.on('image_processor', 'POST /process', () =>
      Promise.reject(new HttpError(422, 'UNREADABLE', 'It is black')),
    );
    expect(await increase(phase('failed'), () => sendDocument(gateway.url, freshDocument(), { token }))).toBe(
      1,
    );
  });

  it('count what happens to jobs, dead ones, and how long the oldest has waited', async () => {
    const { url } = gateway;
    microservices.on('ml_classifier', 'POST /classify', () => {
      throw new HttpError(500, 'BROKEN', 'It is broken');
    });
    const event = (name: string) => () => valueOf(METRICS.jobEvents, { event: name });
    const die = async (): Promise<void> => {
      const { body } = await submit(url, freshDocument(), { token });
      await jobIn('failed', { url, token, id: body.id });
    };
    expect(await increase(event('failed'), () => increase(event('queued'), die))).toBe(1);
    expect(await valueOf(METRICS.deadJobs)).toBe(1);
    expect(await valueOf(METRICS.oldestQueuedJob)).toBe(0);
    await gateway.app.get(Database, { strict: false }).run((manager) =>
      // Nobody has a ticket for it.
      manager.query(
        "UPDATE jobs SET state = 'queued', is_dead = false, available_at = now() - interval '1 hour'",
      ),
    );
    expect(await valueOf(METRICS.jobs, { state: 'queued' })).toBe(1);
    expect(await valueOf(METRICS.processingQueue)).toBe(1);
    expect(await valueOf(METRICS.deadJobs)).toBe(0);
    expect(await valueOf(METRICS.oldestQueuedJob)).toBeGreaterThanOrEqual(3600);
  });
});

describe('metrics of logins', () => {
  const logIn = (password: string) =>
    callApi<{ refresh_token: string }>(gateway.url, 'POST /auth/login', {
      body: { email: 'metrics@example.com', password },
    });
  const refresh = (refreshToken: string) =>
    callApi<{ refresh_token: string }>(gateway.url, 'POST /auth/refresh', {
      body: { refresh_token: refreshToken },
    });

  const refreshToken = async (): Promise<string> => (await logIn(PASSWORD)).body.refresh_token;

  it.each([
    ['login_succeeded', () => logIn(PASSWORD)],
    ['login_failed', () => logIn('another-password')],
    ['token_refreshed', async () => refresh(await refreshToken())],
    [
      'refresh_reused',
      async () => {
        const used = await refreshToken();
        await refresh(used);
        await refresh(used);
      },
    ],
    ['refresh_refused', () => refresh('iris_refresh_nothing')],
    ['token_refused', () => callApi(gateway.url, 'GET /auth/me', { token: 'a.b.c' })],
    ['key_refused', () => callApi(gateway.url, 'GET /auth/me', { apiKey: 'iris_live_nothing' })],
    ['access_refused', () => callApi(gateway.url, 'GET /admin/users', { token })],
  ])('count %s', async (event, act) => {
    const read = (): Promise<number | undefined> => valueOf(METRICS.authEvents, { event });
    expect(await increase(read, act)).toBe(1);
  });
});

describe('labels', () => {
  it('do not get more by random paths and odd methods', async () => {
    const { origin } = new URL(gateway.url);
    const pool = new Pool(origin, { connections: 16 });
    const ask = async (method: string, path: string): Promise<void> => {
      const { body } = await pool.request({ method: method, path });
      await body.dump();
    };
    const askAll = async (): Promise<void> => {
      for (const method of ODD_METHODS) await ask(method, `/${randomPath()}`);
      await ask('GET', '/%00');
      await ask('GET', '/jobs/job_' + randomPath());
    };
    // Node's own come and go with kinds of garbage collections and resources.
    const ours = async (): Promise<number> =>
      (await scrape()).filter(({ name }) => !name.startsWith('nodejs_')).length;
    await askAll();
    const before = await ours();
    await Promise.all(
      Array.from({ length: RANDOM_PATHS }, (_, n) =>
        ask(n % 10 === 0 ? (ODD_METHODS[n % ODD_METHODS.length] ?? '') : 'GET', `/${randomPath()}`),
      ),
    );
    await askAll();
    expect(await ours()).toBe(before);
    await pool.close();
  });

  it('have no value that the catalogue does not declare, in any series', async () => {
    const routes = new Set([...routesOf(gateway.app).map((route) => route.split(' ')[1]), 'unmatched']);
    const undeclared = (await scrape()).filter((sample) => !isDeclared(sample, routes));
    expect(undeclared).toEqual([]);
  });

  it('are there for every metric of the catalogue, which are all served', async () => {
    const text = await (await fetch(metricsUrl)).text();
    for (const { name, type, help } of DEFINITIONS.values()) {
      expect(text).toContain(`# TYPE ${name} ${type}\n`);
      expect(text).toContain(`# HELP ${name} ${help}\n`);
    }
    const { version } = process;
    expect(text).toMatch(
      new RegExp(`^iris_build_info\\{version="[\\d.]+",node="${version.slice(1)}"\\} 1$`, 'm'),
    );
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect((await gateway.fetch('/metrics')).status).toBe(404);
  });
});

describe('metrics of several processes', () => {
  it('are summed, but for what is the same in all of them', async () => {
    const metrics = (await register.getMetricsAsJSON()).filter(({ name }) => DEFINITIONS.has(name));
    const both = await AggregatorRegistry.aggregate([metrics, metrics]).getMetricsAsJSON();
    const total = (list: typeof metrics, name: string): number =>
      list.find((metric) => metric.name === name)?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
    const factors = [...DEFINITIONS.values()].map(({ name, aggregator }) => {
      const one = total(metrics, name);
      return [name, one === 0 ? 'none' : total(both, name) / one, aggregator ? 1 : 2];
    });
    for (const [name, factor, expected] of factors) {
      if (factor !== 'none') expect([name, factor]).toEqual([name, expected]);
    }
    expect(factors.filter(([, factor]) => factor === 2).length).toBeGreaterThan(5);
    expect(factors.filter(([, factor]) => factor === 1).length).toBeGreaterThan(3);
  });
});

function randomPath(): string {
  return createHash('sha256').update(randomBytes(8)).digest('hex');
}

function isDeclared({ metric, type, labels }: Sample, routes: ReadonlySet<string | undefined>): boolean {
  const definition = DEFINITIONS.get(metric);
  if (!definition) return /^(process|nodejs)_/.test(metric);
  return Object.entries(labels).every(([label, text]) => {
    if (type === 'histogram' && label === 'le') return text === '+Inf' || Number(text) > 0;
    const values = definition.labels?.[label];
    return values !== undefined && isOneOf(values, text, routes);
  });
}

function isOneOf(values: LabelValues, text: string, routes: ReadonlySet<string | undefined>): boolean {
  if (values === 'route') return routes.has(text);
  if (values === 'status') return /^[1-5]\d\d$/.test(text);
  return values === 'constant' || values.includes(text);
}
