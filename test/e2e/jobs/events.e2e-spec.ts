import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { DrainState } from '../../../src/health/index.js';
import { JobFeed } from '../../../src/jobs/reading/job-feed.js';
import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { EventStream } from '../../support/event-stream.js';
import { TestGateway } from '../../support/gateway.js';
import { type JobBody, jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };
/** Everything that ends slow clients and idle connections does so in a second: a stream must outlive it. */
const SHORT_TIMEOUTS = Object.fromEntries(
  ['headers', 'request', 'keep_alive', 'body_idle'].map((name) => [
    `IRIS__server__${name}_timeout_seconds`,
    '1',
  ]),
);
const OUTLIVED_MS = 3_500;
const MAX_STREAMS = 20;

interface Timeline {
  readonly entries: readonly Readonly<Record<string, unknown>>[];
}

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
let adminToken: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: { ...CHEAP_HASHES, ...SHORT_TIMEOUTS, IRIS__jobs__max_attempts: '1' },
  });
  token = await gateway.tokenOf('events@example.com');
  adminToken = await gateway.tokenOf('admin@example.com', 'admin');
  const isAccepted = async (): Promise<boolean> =>
    (await submit(gateway.url, freshDocument(), { token: adminToken })).status === 202;
  await waitFor(isAccepted, 'the queue is ready', 20_000);
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function submitted(): Promise<string> {
  const { status, body } = await submit(gateway.url, freshDocument(), { token });
  expect(status).toBe(202);
  return body.id;
}

const reaches = (state: string, id: string): Promise<JobBody> =>
  jobIn(state, { url: gateway.url, token, id });

function open(id: string, lastEventId?: number): Promise<EventStream> {
  const options = { token, ...(lastEventId !== undefined && { lastEventId }) };
  return EventStream.open(`${gateway.url}/jobs/${id}/events`, options);
}

/** Until it is released, no text is read. */
const holdReading = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('GET /jobs/{id}/events', () => {
  it('tells what happens while it happens, in order and without gaps, and ends', async () => {
    const release = holdReading();
    const id = await submitted();
    const stream = await open(id);
    expect([stream.response.status, Object.fromEntries(stream.response.headers)]).toMatchObject([
      200,
      {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    ]);
    await stream.has(({ data }) => data.phase === 'phase_4' && data.status === 'running');
    expect(stream.isEnded).toBe(false);
    release();
    await stream.ended();
    expect(stream.retry).toBe(2_000);
    expect(stream.ids).toEqual(oneTo(stream.events.length));
    expect(stream.types.slice(0, 2)).toEqual(['queued', 'started']);
    expect(stream.events.at(-1)).toMatchObject({
      type: 'succeeded',
      data: { state: 'succeeded', progress: 100, result: expect.stringMatching(/^\/results\/proc_/) },
    });
    const { body } = await callApi<Timeline>(gateway.url, `GET /jobs/${id}/timeline`, { token });
    expect(stream.events.map((event) => ({ id: event.id, type: event.type, ...event.data }))).toEqual(
      body.entries,
    );
  });

  it('is replayed as often as wanted, from where a client was', async () => {
    const id = await submitted();
    await reaches('succeeded', id);
    const all = await open(id);
    await all.ended();
    const rest = await open(id, 3);
    await rest.ended();
    expect(rest.events).toEqual(all.events.slice(3));
    const last = all.ids.at(-1) ?? 0;
    const nothing = await open(id, last);
    await nothing.ended();
    // Whoever has it all must not come again.
    expect([nothing.response.status, nothing.response.headers.get('cache-control')]).toEqual([
      204,
      'no-store',
    ]);
  });

  it.each(['x', '-1', '1.5', '99999999999', '1 2'])('Last-Event-ID: %s › 422', async (lastEventId) => {
    const headers = { 'last-event-id': lastEventId };
    const { status, body } = await callApi<{ code: string }>(gateway.url, 'GET /jobs/job_1/events', {
      token,
      headers,
    });
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });

  it('HEAD › answers, also while the job is under way', async () => {
    const release = holdReading();
    const id = await submitted();
    const { status, headers } = await callApi(gateway.url, `HEAD /jobs/${id}/events`, { token });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    release();
    await reaches('succeeded', id);
  });

  it('a job that is cancelled › its last event', async () => {
    holdReading();
    const id = await submitted();
    const stream = await open(id);
    await stream.has(({ type }) => type === 'phase');
    await callApi(gateway.url, `DELETE /jobs/${id}`, { token });
    await stream.ended();
    expect(stream.events.at(-1)).toMatchObject({ type: 'cancelled', data: { state: 'cancelled' } });
  });

  it('a job that is retried › what was before as well, and no end in between', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () => Promise.resolve({ nonsense: true }));
    const id = await submitted();
    const first = await open(id);
    await first.ended();
    expect(first.types.at(-1)).toBe('failed');
    await microservices.reset();
    const release = holdReading();
    const { status } = await callApi(gateway.url, `POST /admin/jobs/${id}/retry`, { token: adminToken });
    expect(status).toBe(200);
    const second = await open(id);
    await second.has(({ id: number }) => number > (first.ids.at(-1) ?? 0));
    release();
    await second.ended();
    expect(second.ids).toEqual(oneTo(second.events.length));
    expect(second.types.filter((type) => type !== 'phase')).toEqual([
      'queued',
      'started',
      'failed',
      'queued',
      'started',
      'succeeded',
    ]);
  });

  it('outlives the bounds of requests and of idle connections', async () => {
    const release = holdReading();
    const id = await submitted();
    const stream = await open(id);
    const openedAt = performance.now();
    await stream.has(({ data }) => data.phase === 'phase_4');
    await waitFor(() => stream.isEnded || performance.now() - openedAt > OUTLIVED_MS, 'time passes');
    expect(stream.isEnded).toBe(false);
    release();
    await stream.ended();
    expect(stream.types.at(-1)).toBe('succeeded');
  });

  it('a client that hangs up › nobody watches', async () => {
    const feed = gateway.app.get(JobFeed, { strict: false });
    const release = holdReading();
    const id = await submitted();
    const stream = await open(id);
    expect(feed.size).toBe(1);
    stream.close();
    await waitFor(() => feed.size === 0, 'nobody watches');
    release();
    await reaches('succeeded', id);
  });

  it('one user has twenty at once', async () => {
    const release = holdReading();
    const id = await submitted();
    const streams = await Promise.all(Array.from({ length: MAX_STREAMS }, () => open(id)));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(MAX_STREAMS).fill(200));
    const { status, headers, body } = await callApi<{ code: string; limit: number }>(
      gateway.url,
      `GET /jobs/${id}/events`,
      { token },
    );
    expect([status, body.code, body.limit]).toEqual([429, 'TOO_MANY_STREAMS', MAX_STREAMS]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    streams[0]?.close();
    const isAdmitted = async (): Promise<boolean> => {
      const stream = await open(id);
      stream.close();
      return stream.response.status === 200;
    };
    await waitFor(isAdmitted, 'there is room again');
    release();
    await Promise.all(streams.map((stream) => stream.ended()));
    expect(streams.slice(1).map(({ types }) => types.at(-1))).toEqual(
      Array(MAX_STREAMS - 1).fill('succeeded'),
    );
  });
});

// Last, because nothing begins here from then on.
describe('the end of the process', () => {
  it('ends the streams, and those that come later after what there is', async () => {
    const release = holdReading();
    const id = await submitted();
    const stream = await open(id);
    await stream.has(({ data }) => data.phase === 'phase_4');
    // The last one before the text that is held.
    await stream.has(({ data }) => data.phase === 'phase_2' && data.status === 'completed');
    gateway.app.get(DrainState, { strict: false }).begin();
    await stream.ended(2_000);
    const late = await open(id, 2);
    await late.ended(2_000);
    expect(late.events).toEqual(stream.events.slice(2));
    expect(gateway.app.get(JobFeed, { strict: false }).size).toBe(0);
    release();
  });
});
