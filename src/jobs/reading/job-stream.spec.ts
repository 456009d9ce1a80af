import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';
import express, { type Response } from 'express';

import { EventStream } from '../../../test/support/event-stream.js';
import { RawClient } from '../../../test/support/raw-client.js';
import { waitFor } from '../../../test/support/wait-for.js';
import { DatabaseUnavailableError } from '../../database/index.js';
import type { JobEvent } from '../job-event.js';
import { EventWriter } from './event-writer.js';
import { JobStream, type StreamTimes } from './job-stream.js';
import { JobWatch } from './job-watch.js';
import type { JobHistory } from './jobs.repository.js';

const TIMES: StreamTimes = { heartbeat: 10_000, retry: 10, lifetime: 60_000 };
const RUNNING: JobHistory = { state: 'running', lastEvent: 0, events: [] };

function event(id: number, data: object = {}): JobEvent {
  return { id, type: 'phase', at: new Date('2026-01-02T03:04:05.678Z'), data: { ...data } };
}

/** A job of which a test says what has happened. */
class FakeJob {
  readonly watch = new JobWatch(() => undefined);
  readonly asked: number[] = [];
  isAway = false;
  /** So many events are read at once. */
  atOnce = Infinity;
  history: JobHistory = RUNNING;
  response: Response | undefined;
  /** Settles as the stream does. */
  outcome: Promise<void> | undefined;
  #server: Server | undefined;

  async serve(times: Partial<StreamTimes> = {}, { patienceMs = 10_000, after = 0 } = {}): Promise<string> {
    const read = (last: number): Promise<JobHistory> => {
      this.asked.push(last);
      return this.isAway
        ? Promise.reject(new DatabaseUnavailableError())
        : Promise.resolve(this.#after(last));
    };
    const app = express().get('/', (_request, response) => {
      this.response = response;
      response.once('close', this.watch.end);
      const writer = new EventWriter(response, patienceMs);
      const stream = new JobStream(writer, this.watch, read, { ...TIMES, ...times });
      this.outcome = stream.run(after, this.#after(after));
    });
    this.#server = app.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  happens(history: JobHistory): void {
    this.history = history;
    this.watch.notify();
  }

  stop(): void {
    this.#server?.close().closeAllConnections();
  }

  #after(last: number): JobHistory {
    const later = this.history.events.filter(({ id }) => id > last);
    return { ...this.history, events: later.slice(0, this.atOnce) };
  }
}

let job = new FakeJob();

afterEach(() => {
  job.stop();
  job = new FakeJob();
});

const open = (url: string): Promise<EventStream> => EventStream.open(url, { token: '' });

describe('JobStream', () => {
  it('sends what has happened, then what happens, and ends after the final event', async () => {
    job.history = { state: 'running', lastEvent: 2, events: [event(1), event(2, { text: 'a\nb' })] };
    const stream = await open(await job.serve());
    await stream.has(({ id }) => id === 2);
    expect(stream.retry).toBe(2_000);
    expect(stream.isEnded).toBe(false);
    expect(stream.events[1]).toEqual({
      id: 2,
      type: 'phase',
      data: { text: 'a\nb', at: '2026-01-02T03:04:05.678Z' },
    });
    job.happens({ state: 'failed', lastEvent: 3, events: [event(3)] });
    await stream.ended();
    expect(stream.ids).toEqual([1, 2, 3]);
    await job.outcome;
  });

  it('does not end at a final event that others follow, which come with the next look', async () => {
    job.atOnce = 2;
    job.history = { state: 'failed', lastEvent: 5, events: [1, 2, 3, 4, 5].map((id) => event(id)) };
    const stream = await open(await job.serve());
    await stream.ended();
    expect(stream.ids).toEqual([1, 2, 3, 4, 5]);
    expect(job.asked).toEqual([2, 4]);
  });

  it('misses nothing when the client has an id that there is not', async () => {
    job.history = { state: 'running', lastEvent: 2, events: [event(1), event(2)] };
    const stream = await open(await job.serve({}, { after: 99 }));
    job.happens({ state: 'succeeded', lastEvent: 3, events: [event(1), event(2), event(3)] });
    await stream.ended();
    expect(stream.ids).toEqual([3]);
  });

  it('sends a comment when nothing happens', async () => {
    const stream = await open(await job.serve({ heartbeat: 20 }));
    await waitFor(() => stream.comments >= 3, 'three heartbeats');
    expect(stream.isEnded).toBe(false);
    expect(stream.events).toEqual([]);
  });

  it('stays open while the database is away, and goes on', async () => {
    const stream = await open(await job.serve({ heartbeat: 20 }));
    job.isAway = true;
    job.watch.notify();
    await waitFor(() => job.asked.length > 3 && stream.comments > 1, 'it tries again, and says so');
    // Nobody tells of it: whoever could not read asks again.
    job.history = { state: 'succeeded', lastEvent: 1, events: [event(1)] };
    job.isAway = false;
    await stream.ended();
    expect(stream.ids).toEqual([1]);
  });

  it('ends when its time is over', async () => {
    const startedAt = performance.now();
    const stream = await open(await job.serve({ lifetime: 100 }));
    await stream.ended();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(95);
    await job.outcome;
  });

  it('ends when the process does, and hands over what it has', async () => {
    job.history = { state: 'running', lastEvent: 1, events: [event(1)] };
    const url = await job.serve();
    job.watch.end();
    const stream = await open(url);
    await stream.ended();
    expect(stream.ids).toEqual([1]);
  });

  describe('a client that takes nothing', () => {
    const MANY = 2_000;
    const events = Array.from({ length: MANY }, (_, index) => event(index + 1, { text: 'x'.repeat(10_000) }));

    async function stall(patienceMs: number): Promise<RawClient> {
      job.history = { state: 'succeeded', lastEvent: MANY, events };
      const client = new RawClient(await job.serve({}, { patienceMs }));
      client.pause();
      client.send('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      await waitFor(() => job.response?.writableNeedDrain ?? false, 'its buffers are full');
      return client;
    }

    it('is waited for', async () => {
      const client = await stall(10_000);
      client.resume();
      await client.closed(10_000);
      await job.outcome;
      expect(client.text).toContain(`id: ${MANY}\n`);
    });

    it('is cut off after a while', async () => {
      const client = await stall(50);
      await job.outcome;
      expect(job.response?.writableFinished).toBe(false);
      client.destroy();
    });
  });
});
