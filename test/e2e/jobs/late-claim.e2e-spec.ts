import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';

import { RunningJobs } from '../../../src/jobs/work/running-jobs.js';
import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

/** Half a minute is what an ending process gives to work that does not end. */
const PROMPTLY_MS = 10_000;

let microservices: TestMicroservices;
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  [microservices, database] = await Promise.all([TestMicroservices.start(), createTestDatabase()]);
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await Promise.all([microservices.stop(), database.drop()]);
});

it('a job that is taken while the process ends is finished, and the process does not wait for more', async () => {
  const gateway = await TestGateway.start({
    services: microservices.urls,
    env: { DATABASE_URL: database.url, IRIS__server__drain_timeout_seconds: '20' },
  });
  const token = await gateway.tokenOf('late@example.com');
  const { body: me } = await callApi<{ id: string }>(gateway.url, 'GET /auth/me', { token });
  const key = "hashtextextended('jobs of ' || $1, 0)";
  // What a worker needs to take a job of this user.
  await client.query(`SELECT pg_advisory_lock(${key})`, [me.id]);
  let id = '';
  await waitFor(async () => {
    const { status, body } = await submit(gateway.url, freshDocument(), { token });
    id = body.id;
    return status === 202;
  }, 'it is accepted');
  const isBeingTaken = async (): Promise<boolean> =>
    (await client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount === 1;
  await waitFor(isBeingTaken, 'it is being taken');
  const running = jest.spyOn(gateway.app.get(RunningJobs, { strict: false }), 'end');
  const startedAt = performance.now();
  const stopped = gateway.stop();
  await waitFor(() => running.mock.results.length === 1, 'it ends');
  await running.mock.results[0]?.value;
  await client.query(`SELECT pg_advisory_unlock(${key})`, [me.id]);
  await stopped;
  expect(performance.now() - startedAt).toBeLessThan(PROMPTLY_MS);
  const { rows } = await client.query('SELECT state, attempts FROM jobs WHERE id = $1', [id]);
  expect(rows).toEqual([{ state: 'succeeded', attempts: 1 }]);
});
