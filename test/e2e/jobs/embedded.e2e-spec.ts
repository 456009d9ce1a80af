import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Database } from '../../../src/database/index.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(120_000);

const DOCUMENTS = 20;

let microservices: TestMicroservices;
let gateway: TestGateway;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: { DATABASE_URL: '', REDIS_URL: '' },
  });
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

describe('with nothing installed', () => {
  it('jobs are kept in the embedded database, and done', async () => {
    const token = await gateway.tokenOf('embedded@example.com');
    const send = async (): Promise<boolean> =>
      (await submit(gateway.url, freshDocument(), { token })).status === 202;
    await waitFor(send, 'the queue is ready', 30_000);
    await Promise.all(Array.from({ length: DOCUMENTS - 1 }, send));
    const succeeded = async (): Promise<number> => {
      const [row] = await gateway.app
        .get(Database, { strict: false })
        .run((manager) =>
          manager.query<{ count: number }[]>(
            "SELECT count(*)::int AS count FROM jobs WHERE state = 'succeeded'",
          ),
        );
      return row?.count ?? 0;
    };
    const extractions = (): number => microservices.callsTo('ocr_extractor', 'POST /extract').length;
    // The database that does the work is not asked again and again while it does it.
    await waitFor(() => extractions() >= DOCUMENTS, 'all have come to the last phase', 60_000);
    await waitFor(async () => (await succeeded()) === DOCUMENTS, 'all are done', 30_000);
    expect(extractions()).toBe(DOCUMENTS);
  });
});
