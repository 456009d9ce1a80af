import { createHash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { type DocumentAnswer, type Send, sendDocument } from '../support/document-client.js';
import { freshDocument } from '../support/documents.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { TestMicroservices } from '../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(90_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const CALLS_OF_A_DOCUMENT = 5;

let microservices: TestMicroservices;
let database: TestDatabase;
let folder: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
const processes: GatewayProcess[] = [];
let here: string;
let there: string;
let token: string;
let document: Buffer<ArrayBuffer>;

beforeAll(async () => {
  [microservices, database] = await Promise.all([TestMicroservices.start(), createTestDatabase()]);
  folder = temporaryFolder();
  env = {
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: await testRedisUrl(),
    SERVICE_URLS: JSON.stringify(microservices.urls),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  [here, there] = await Promise.all([startReplica(), startReplica()]);
  const { body } = await callApi<{ access_token: string }>(here, 'POST /auth/login', { body: ADMIN });
  token = body.access_token;
  await Promise.all([learnVersions(here), learnVersions(there)]);
});

beforeEach(async () => {
  document = freshDocument();
  await microservices.reset();
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await Promise.all(processes.map((gateway) => gateway.kill()));
  await Promise.all([database.drop(), microservices.stop()]);
  folder.remove();
});

async function startReplica(): Promise<string> {
  const gateway = new GatewayProcess(env);
  processes.push(gateway);
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  return url;
}

/** A document tells a replica which models there are. */
async function learnVersions(url: string): Promise<void> {
  expect((await sendDocument(url, freshDocument(), { token })).status).toBe(200);
}

function send(url: string, options: Partial<Send> = {}): Promise<DocumentAnswer> {
  return sendDocument(url, document, { token, ...options });
}

/** Until it is released, the classifier does not answer. */
const holdClassifier = (answer?: object): (() => void) =>
  microservices.hold('ml_classifier', 'POST /classify', answer);

function isCached(answer: DocumentAnswer): boolean {
  return answer.cacheStatus?.startsWith('iris; hit') ?? false;
}

/** Whether a replica has all of the document; it asks nobody. */
async function has(url: string): Promise<boolean> {
  return (await send(url, { cacheControl: 'only-if-cached' })).status === 200;
}

describe('two replicas', () => {
  it('what one has done, the other one answers', async () => {
    await send(here);
    await waitFor(() => has(there), 'it is kept');
    expect(isCached(await send(there))).toBe(true);
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('fifty identical documents are worked on once', async () => {
    const release = holdClassifier();
    const answers = Promise.all(Array.from({ length: 50 }, (_, index) => send(index % 2 ? here : there)));
    await waitFor(() => microservices.callsTo('ml_classifier').length > 0, 'the classifier is asked');
    release();
    expect((await answers).map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('the one that waits takes over when the work of the other one fails', async () => {
    const release = holdClassifier({ nonsense: true });
    const failing = send(here);
    await waitFor(() => microservices.callsTo('ml_classifier').length === 1, 'the first one works');
    const waiting = send(there);
    await waitFor(() => microservices.callsTo('ml_embeddings').length === 1, 'the second one waits');
    microservices.on('ml_classifier', 'POST /classify', (request) =>
      microservices.normal('ml_classifier', 'POST /classify', request),
    );
    release();
    expect((await failing).status).toBe(502);
    expect((await waiting).status).toBe(200);
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
    expect(microservices.callsTo('ml_classifier')).toHaveLength(2);
  });

  it('the one that waits takes over when the other one is killed', async () => {
    const doomed = await startReplica();
    await learnVersions(doomed);
    microservices.calls.length = 0;
    const release = holdClassifier();
    const lost = send(doomed).catch((error: unknown) => error);
    await waitFor(() => microservices.callsTo('ml_classifier').length === 1, 'the first one works');
    const waiting = send(there);
    await processes.at(-1)?.kill();
    expect(await lost).toMatchObject({ name: 'TypeError' });
    await waitFor(
      () => microservices.callsTo('ml_classifier').length === 2,
      'the second one takes over',
      10_000,
    );
    release();
    expect((await waiting).status).toBe(200);
  });

  it('a document that is forgotten here is forgotten there within a second', async () => {
    await send(here);
    await waitFor(() => has(there), 'it is kept');
    const digest = createHash('sha256').update(document).digest('hex');
    const { status } = await callApi(here, `DELETE /documents/${digest}`, { token });
    expect(status).toBe(204);
    await waitFor(async () => !(await has(there)), 'it is forgotten there', 1_000);
    expect(await has(here)).toBe(false);
  });

  it('a document that is forgotten here is not kept by the run that is under way there', async () => {
    const release = holdClassifier();
    const running = send(there);
    await waitFor(() => microservices.callsTo('ml_classifier').length === 1, 'it is under way');
    const digest = createHash('sha256').update(document).digest('hex');
    await callApi(here, `DELETE /documents/${digest}`, { token });
    release();
    expect((await running).status).toBe(200);
    microservices.calls.length = 0;
    await send(here);
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('training here makes the classifications of there old', async () => {
    await send(there);
    microservices.modelVersions.set('ml_classifier', 'trained-2');
    const image = document.toString('base64');
    const body = { samples: [1, 2].map((n) => ({ image, label: `label_${n}` })) };
    expect((await callApi(here, 'POST /phase3/train', { token, body })).status).toBe(200);
    await waitFor(async () => !(await has(there)), 'it is known there');
    microservices.calls.length = 0;
    await send(there);
    expect(microservices.calls.map(({ route }) => route)).toEqual(['POST /classify']);
  });
});
