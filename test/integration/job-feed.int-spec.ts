import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';

import { Database } from '../../src/database/index.js';
import { DrainState } from '../../src/health/index.js';
import { JOB_CHANGED } from '../../src/jobs/job-changes.js';
import { JobFeed } from '../../src/jobs/reading/job-feed.js';
import type { JobWatch } from '../../src/jobs/reading/job-watch.js';
import { MemoryEventBus } from '../../src/redis/index.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { startDatabaseModule, testConfig } from './database-support.js';

/** Longer than any test: only a change ends the waiting. */
const FOREVER_MS = 60_000;

let testDatabase: TestDatabase;
let module: TestingModule;
let database: Database;
let bus: MemoryEventBus;
let drain: DrainState;
let feed: JobFeed;
let run: jest.SpiedFunction<Database['run']>;
const owner = randomUUID();
const signal = new AbortController().signal;
setMaxListeners(0, signal);

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  module = await startDatabaseModule(testConfig({ DATABASE_URL: testDatabase.url }));
  database = module.get(Database);
  await database.whenReady();
  await sql("INSERT INTO users (id, email, password_hash, role) VALUES ($1, 'a@example.com', '', 'user')", [
    owner,
  ]);
});

beforeEach(() => {
  [bus, drain] = [new MemoryEventBus(), new DrainState({ drain_delay_seconds: 0, drain_timeout_seconds: 1 })];
  feed = new JobFeed(database, bus, drain);
  run = jest.spyOn(database, 'run');
});

afterEach(() => {
  feed.onModuleDestroy();
  run.mockRestore();
});

afterAll(async () => {
  await module.close();
  await testDatabase.drop();
});

async function sql(statement: string, values: unknown[]): Promise<void> {
  await withClient(testDatabase.url, (client) => client.query(statement, values));
}

async function createJob(): Promise<string> {
  const id = `job_${randomUUID()}`;
  await sql(
    `INSERT INTO jobs (id, owner_id, processing_id, lane, state, turn, ticket, parameters, request, media_type,
       document_sha256, document_bytes, retention_seconds)
     VALUES ($1, $2, $1, 'interactive', 'queued', 1, $3, '{}', '{}', 'image/jpeg', '', 1, 60)`,
    [id, owner, randomUUID()],
  );
  return id;
}

const happen = (id: string): Promise<void> =>
  sql('UPDATE jobs SET last_event = last_event + 1 WHERE id = $1', [id]);

/** Lets it see what there is: from then on only a change wakes it. */
async function watchFromNow(id: string): Promise<JobWatch> {
  await happen(id);
  const watch = feed.watch(id, signal);
  await watch.next(FOREVER_MS);
  return watch;
}

async function isTold(watch: JobWatch, withinMs: number): Promise<boolean> {
  const startedAt = performance.now();
  await watch.next(withinMs);
  return performance.now() - startedAt < withinMs - 5;
}

describe('JobFeed', () => {
  it('tells at once what the bus says, and no second time what it finds then', async () => {
    const id = await createJob();
    const watch = await watchFromNow(id);
    await happen(id);
    await bus.publish(JOB_CHANGED, { id, event: 2, type: 'started' });
    expect(await isTold(watch, 100)).toBe(true);
    expect(await isTold(watch, 1_500)).toBe(false);
    watch.close();
  });

  it('finds within a second and a half what the bus has not said', async () => {
    const id = await createJob();
    const watch = await watchFromNow(id);
    await happen(id);
    expect(await isTold(watch, 1_500)).toBe(true);
    watch.close();
  });

  it.each([
    ['an event that there is not', { event: 1_000_000_000, type: 'started' }],
    ['an event of no number', { event: 'a', type: 'started' }],
  ])('is not made deaf by %s', async (_what, payload) => {
    const id = await createJob();
    const watch = await watchFromNow(id);
    await bus.publish(JOB_CHANGED, { id, ...payload });
    await watch.next(100);
    await happen(id);
    expect(await isTold(watch, 1_500)).toBe(true);
    watch.close();
  });

  it('remembers a change that came while nobody waited', async () => {
    const id = await createJob();
    const watch = await watchFromNow(id);
    await bus.publish(JOB_CHANGED, { id, event: 2, type: 'started' });
    expect(await isTold(watch, 1_000)).toBe(true);
    watch.close();
  });

  it('asks with one statement for all, and with none when nobody watches', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, createJob));
    await Promise.all(ids.map(happen));
    const watches = ids.flatMap((id) => Array.from({ length: 100 }, () => feed.watch(id, signal)));
    expect(run).not.toHaveBeenCalled();
    await Promise.all(watches.map((watch) => watch.next(FOREVER_MS)));
    expect(run).toHaveBeenCalledTimes(1);
    expect(feed.size).toBe(20);
    for (const watch of watches) watch.close();
    expect(feed.size).toBe(0);
    const last = feed.watch(ids[0] ?? '', signal);
    last.close();
    await last.next(1_500);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('goes on after the database was away', async () => {
    const id = await createJob();
    const watch = await watchFromNow(id);
    run.mockRejectedValueOnce(new Error('away'));
    await happen(id);
    expect(await isTold(watch, 3_000)).toBe(true);
    watch.close();
  });

  it('ends the watching with the process, with the client, and for nobody else', async () => {
    const id = await createJob();
    const client = new AbortController();
    const [gone, stays] = [feed.watch(id, client.signal), feed.watch(id, signal)];
    client.abort();
    await gone.next(FOREVER_MS);
    expect([gone.isOver, stays.isOver]).toEqual([true, false]);
    gone.close();
    gone.close();
    expect(feed.size).toBe(1);
    drain.begin();
    await stays.next(FOREVER_MS);
    expect(stays.isOver).toBe(true);
    stays.close();
    const late = feed.watch(id, signal);
    expect(late.isOver).toBe(true);
    late.close();
  });
});
