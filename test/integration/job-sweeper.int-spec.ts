import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { Database } from '../../src/database/index.js';
import { JobSweeper } from '../../src/jobs/job-sweeper.js';
import { callApi } from '../support/api-client.js';
import { freshDocument } from '../support/documents.js';
import { TestGateway } from '../support/gateway.js';
import { type JobBody, jobIn, submit } from '../support/jobs.js';
import { TestMicroservices } from '../support/microservices.js';

jest.setTimeout(60_000);

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: { IRIS__jobs__max_attempts: '1', IRIS__services__ocr_extractor__max_retries: '0' },
  });
  token = await gateway.tokenOf('sweeper@example.com');
});

beforeEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function finished(state: string): Promise<JobBody> {
  const { body } = await submit(gateway.url, freshDocument(), { token });
  return jobIn(state, { url: gateway.url, token, id: body.id });
}

async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return gateway.app.get(Database, { strict: false }).run((manager) => manager.query<Row[]>(sql, values));
}

const sweep = (): Promise<void> => gateway.app.get(JobSweeper, { strict: false }).clean();
const age = (column: string, id: string, by: string) =>
  query(`UPDATE jobs SET ${column} = ${column} - interval '${by}' WHERE id = $1`, [id]);
const kept = async (table: string, id: string): Promise<number> =>
  (await query(`SELECT FROM ${table} WHERE job_id = $1`, [id])).length;
const statusOf = async (route: string): Promise<number> =>
  (await callApi(gateway.url, route, { token })).status;

describe('JobSweeper', () => {
  it('deletes a result when its time is over, and not before; the job goes on saying so', async () => {
    const { id, processing_id: processingId } = await finished('succeeded');
    await age('expires_at', id, '23 hours 59 minutes');
    await sweep();
    expect([await kept('job_results', id), await statusOf(`GET /results/${processingId}`)]).toEqual([1, 200]);
    await age('expires_at', id, '1 minute');
    await sweep();
    expect([await kept('job_results', id), await statusOf(`GET /results/${processingId}`)]).toEqual([0, 410]);
    expect(await statusOf(`GET /jobs/${id}`)).toBe(200);
  });

  it('deletes the document of a job that was given up a day later, and what its phases have yielded', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () => {
      throw new Error('out of order');
    });
    const { id } = await finished('failed');
    await sweep();
    expect([await kept('job_documents', id), await kept('job_checkpoints', id)]).toEqual([1, 3]);
    await age('finished_at', id, '24 hours');
    await sweep();
    expect([await kept('job_documents', id), await kept('job_checkpoints', id)]).toEqual([0, 0]);
  });

  it('deletes finished jobs a month later, with all that was theirs', async () => {
    const { id } = await finished('succeeded');
    await age('finished_at', id, '29 days');
    await sweep();
    expect(await statusOf(`GET /jobs/${id}`)).toBe(200);
    await age('finished_at', id, '1 day');
    await sweep();
    expect(await statusOf(`GET /jobs/${id}`)).toBe(404);
    expect([await kept('job_events', id), await kept('job_results', id)]).toEqual([0, 0]);
  });
});
