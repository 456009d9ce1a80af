import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { WebhookGateway, type WebhookOwner } from '../support/webhook-gateway.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

jest.setTimeout(120_000);

const COUNT = 10;

let database: TestDatabase;
let folder: ReturnType<typeof temporaryFolder>;
let receiver: WebhookReceiver;
/** Accepts webhooks, and leaves the sending to the workers. */
let web: WebhookGateway;
let owner: WebhookOwner;
let stores: Readonly<Record<string, string>>;
const workers: GatewayProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = temporaryFolder();
  receiver = await WebhookReceiver.start();
  stores = { DATABASE_URL: database.url, REDIS_URL: await testRedisUrl() };
  web = await WebhookGateway.start([receiver.host], { ...stores, IRIS_PROCESS: 'web' });
  owner = await web.person('owner@example.com');
});

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await web.stop();
  await Promise.all([database.drop(), receiver.close()]);
  folder.remove();
});

async function startWorker(): Promise<GatewayProcess> {
  const worker = new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_PROCESS: 'worker',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    WEBHOOK_ALLOWED_HOSTS: JSON.stringify([receiver.host]),
    IRIS__webhooks__retry_delays_seconds: '[2]',
    ...stores,
  });
  workers.push(worker);
  await worker.ready();
  return worker;
}

function sendMany(path: string): Promise<string[]> {
  return Promise.all(
    Array.from({ length: COUNT }, (_, index) => owner.send(receiver.url(`${path}/${index}`))),
  );
}

/** The ids that came, each once. */
function received(path: string): Set<unknown> {
  return new Set(receiver.callsBelow(path).map(({ headers }) => headers['webhook-id']));
}

describe('a worker that is killed', () => {
  it('in the middle of attempts › leaves them to another one', async () => {
    receiver.behave(() => undefined);
    const first = await startWorker();
    const ids = await sendMany('/attempt');
    await waitFor(() => received('/attempt').size >= 4, 'attempts are under way', 20_000);
    await first.kill();
    receiver.answer(200);
    await startWorker();
    const deliveries = await Promise.all(ids.map((id) => owner.becomes(id, 'delivered')));
    expect(received('/attempt')).toEqual(new Set(ids));
    // What was cut off was not noted, and was made again.
    expect(deliveries.map(({ attempts }) => attempts)).toEqual(ids.map(() => 1));
    expect(receiver.callsBelow('/attempt').length).toBeGreaterThanOrEqual(COUNT + 4);
  });

  it('between attempts › leaves the next ones to another one', async () => {
    receiver.answer(500);
    const ids = await sendMany('/between');
    await Promise.all(ids.map((id) => owner.attempted(id)));
    await workers.at(-1)?.kill();
    receiver.answer(200);
    await startWorker();
    const deliveries = await Promise.all(ids.map((id) => owner.becomes(id, 'delivered')));
    for (const { attempt_log: log } of deliveries) {
      const statuses = log.map(({ status }) => status);
      expect(statuses.slice(0, -1)).toEqual(statuses.slice(0, -1).map(() => 500));
      expect([statuses.length >= 2, statuses.at(-1)]).toEqual([true, 200]);
    }
    expect(received('/between')).toEqual(new Set(ids));
  });
});
