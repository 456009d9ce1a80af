import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { Database } from '../../../src/database/index.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);
let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls });
  token = await gateway.tokenOf('jobs@example.com');
});
afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});
async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return gateway.app.get(Database, { strict: false }).run((m) => m.query(sql));
}
it('works', async () => {
  const a = await submit(gateway.url, freshDocument(), { token });
  console.log(a.status, a.headers, a.body);
  const t = Date.now();
  await waitFor(async () => (await rows('select state from jobs'))[0]?.['state'] === 'succeeded', 'done', 15000).catch(async () => {
    console.log(await rows('select * from jobs'), await rows('select * from pgboss.job'));
  });
  console.log(Date.now() - t, await rows('select id,type,data,at from job_events order by id'));
  console.log(await rows('select job_id, length(body) from job_results'), await rows('select count(*) from pgboss.job'), await rows('select count(*) from job_documents'));
  microservices.on('ocr_extractor', 'POST /ocr', async (r) => { await new Promise((x) => setTimeout(x, 2500)); return microservices.normal('ocr_extractor', 'POST /ocr', r); });
  const b = await submit(gateway.url, freshDocument(), { token, headers: { prefer: 'wait=1' } });
  console.log(b.status, b.headers, b.body);
  await waitFor(async () => (await rows(`select state from jobs where id='${b.body.id}'`))[0]?.['state'] === 'succeeded', 'done', 15000);
  console.log(await rows(`select id,type,data,at from job_events where job_id='${b.body.id}' order by id`));
  expect(microservices.callsTo('ocr_extractor', 'POST /ocr').length).toBe(2);
});
