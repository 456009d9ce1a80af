import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { SERVICE_NAMES, type ServiceName } from '../../../src/config/index.js';
import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { GatewayFleet } from '../../support/gateway-fleet.js';
import { temporaryFolder } from '../../support/gateway-process.js';
import { submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { withClient } from '../../support/postgres-admin.js';
import { testRedisUrl } from '../../support/redis.js';
import { seededRandom } from '../../support/seeded-random.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(300_000);

const DOCUMENTS = 200;
const KILLS = 5;
const CUTS = 2;
const SENDERS = 8;
const WORK_MS = 120;
const SEED = 20_261_124;
const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const ROUTES: readonly (readonly [ServiceName, string, string])[] = [
  ['image_processor', 'POST /process', 'preprocess'],
  ['ml_embeddings', 'POST /embed', 'embed'],
  ['ml_classifier', 'POST /classify', 'classify'],
  ['ocr_extractor', 'POST /ocr', 'ocr'],
  ['ocr_extractor', 'POST /extract', 'extract'],
];

/** Milliseconds since 1970, by the clock of this machine, which is PostgreSQL's too. */
interface Execution {
  readonly operation: string;
  /** What tells the document from the others: its last bytes. */
  readonly mark: string;
  readonly startedAt: number;
}

let microservices: TestMicroservices;
let database: TestDatabase;
let fleet: GatewayFleet;
const folder = temporaryFolder();
const random = seededRandom(SEED);
const executions: Execution[] = [];
const marks = new Map<string, string>();

beforeAll(async () => {
  [microservices, database] = await Promise.all([TestMicroservices.start(), createTestDatabase()]);
  for (const route of ROUTES) record(...route);
  await logCheckpoints();
  fleet = await GatewayFleet.start(2, {
    NODE_ENV: 'test',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: await testRedisUrl(),
    SERVICE_URLS: JSON.stringify(microservices.urls),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__jobs__concurrency: '8',
    IRIS__jobs__max_running_per_user: '16',
    IRIS__jobs__retry_delay_seconds: '0.2',
    ...Object.fromEntries(SERVICE_NAMES.map((name) => [`IRIS__services__${name}__retry_delay`, '0.1'])),
  });
}, 60_000);

afterAll(async () => {
  await fleet.stop();
  await Promise.all([database.drop(), microservices.stop()]);
  folder.remove();
});

/** Takes a moment, and remembers for which document. */
function record(service: ServiceName, route: string, operation: string): void {
  microservices.on(service, route, async (request) => {
    const { file, json } = request;
    const mark = file ? markOf(file) : (json as { text: string }).text;
    executions.push({ operation, mark, startedAt: Date.now() });
    await pause(WORK_MS * (0.5 + random()));
    const answer = await microservices.normal(service, route, request);
    return operation === 'ocr' ? { ...answer, text: mark } : answer;
  });
}

function markOf(file: Buffer): string {
  return file.subarray(-16).toString('hex');
}

/** PostgreSQL itself writes down when a checkpoint was there. */
async function logCheckpoints(): Promise<void> {
  await withClient(database.url, (client) =>
    client.query(`
      CREATE TABLE checkpoint_log (job_id text, operation text, at timestamptz);
      CREATE FUNCTION log_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO checkpoint_log VALUES (NEW.job_id, NEW.operation, clock_timestamp()); RETURN NEW; END $$;
      CREATE TRIGGER log_checkpoint AFTER INSERT ON job_checkpoints FOR EACH ROW EXECUTE FUNCTION log_checkpoint()`),
  );
}

async function query<Row>(sql: string): Promise<Row[]> {
  return withClient(database.url, async (client) => (await client.query(sql)).rows as Row[]);
}

async function logIn(): Promise<string> {
  const [url = ''] = fleet.urls;
  const { body } = await callApi<{ access_token: string }>(url, 'POST /auth/login', { body: ADMIN });
  return body.access_token;
}

/** As a client does who wants to be sure: until it is told that the document was accepted, with the same key. */
async function submitSurely(token: string, index: number): Promise<void> {
  const document = freshDocument();
  const headers = {
    prefer: 'respond-async',
    'cache-control': 'no-store',
    'idempotency-key': `document-${index}`,
  };
  const accepted = async (): Promise<boolean> => {
    const url = fleet.urls[Math.floor(random() * fleet.urls.length)];
    if (url === undefined) return false;
    const answer = await submit(url, document, { token, headers }).catch(() => undefined);
    if (answer?.status === 202) marks.set(answer.body.id, markOf(document));
    return answer?.status === 202;
  };
  await waitFor(accepted, `document ${index} is accepted`, 90_000);
}

async function submitAll(token: string): Promise<void> {
  const waiting = Array.from({ length: DOCUMENTS }, (_, index) => index);
  const send = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      await submitSurely(token, index);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
}

async function unfinished(): Promise<number> {
  const [row] = await query<{ count: number }>(
    "SELECT count(*)::int AS count FROM jobs WHERE state IN ('queued', 'running')",
  );
  return row?.count ?? 0;
}

async function workIsUnderWay(): Promise<boolean> {
  const before = executions.length;
  await waitFor(() => executions.length > before + 3, 'work goes on', 60_000).catch(() => undefined);
  return executions.length > before;
}

async function cutConnections(): Promise<void> {
  await query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}

/** Kills and cuts in turn, as long as there is work to be disturbed. */
async function disturb(): Promise<{ kills: number; cuts: number }> {
  const done = { kills: 0, cuts: 0 };
  while (done.kills < KILLS || done.cuts < CUTS) {
    if (!(await workIsUnderWay())) break;
    if (done.cuts < CUTS && done.kills >= (done.cuts + 1) * 2) {
      await cutConnections();
      done.cuts += 1;
    } else {
      await fleet.replace(Math.floor(random() * fleet.urls.length));
      done.kills += 1;
    }
  }
  return done;
}

/** Executions of a phase that began when its checkpoint was there. */
async function repeatedAfterCheckpoint(): Promise<string[]> {
  const log = await query<{ job_id: string; operation: string; at: Date }>('SELECT * FROM checkpoint_log');
  return log.flatMap(({ job_id, operation, at }) =>
    executions
      .filter((one) => one.operation === operation && one.mark === marks.get(job_id))
      .filter(({ startedAt }) => startedAt > at.getTime())
      .map(() => `${operation} of ${job_id}`),
  );
}

describe('200 documents, while workers are killed and the connection to PostgreSQL is cut', () => {
  it('all succeed, with one result each, and nothing is done again after its checkpoint', async () => {
    const startedAt = performance.now();
    const token = await logIn();
    const [, disturbed] = await Promise.all([submitAll(token), disturb()]);
    await waitFor(async () => (await unfinished()) === 0, 'no job is left', 120_000);
    const seconds = (performance.now() - startedAt) / 1000;

    const states = await query<{ state: string; count: number; attempts: number }>(
      'SELECT state, count(*)::int AS count, max(attempts)::int AS attempts FROM jobs GROUP BY state',
    );
    const [results] = await query<{ count: number }>('SELECT count(*)::int AS count FROM job_results');
    const [left] = await query<{ count: number }>(
      'SELECT (SELECT count(*) FROM job_documents) + (SELECT count(*) FROM job_checkpoints) AS count',
    );
    const fewest = DOCUMENTS * ROUTES.length;
    const repeated = await repeatedAfterCheckpoint();
    process.stdout.write(
      `${DOCUMENTS} documents in ${seconds.toFixed(1)} s, ${disturbed.kills} kills, ${disturbed.cuts} cuts: ` +
        `${JSON.stringify(states)}; ${executions.length} calls, ${executions.length - fewest} more than the fewest ` +
        `possible, ${repeated.length} of them after a checkpoint\n`,
    );

    expect(disturbed).toEqual({ kills: KILLS, cuts: CUTS });
    expect(marks.size).toBe(DOCUMENTS);
    expect(states.map(({ state, count }) => [state, count])).toEqual([['succeeded', DOCUMENTS]]);
    expect(results?.count).toBe(DOCUMENTS);
    expect(Number(left?.count)).toBe(0);
    expect(repeated).toEqual([]);
  });
});
