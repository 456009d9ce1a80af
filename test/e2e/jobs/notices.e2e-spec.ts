import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { type JobBody, jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';
import { goodSignatures, WebhookReceiver } from '../../support/webhook-receiver.js';

jest.setTimeout(60_000);

let microservices: TestMicroservices;
let receiver: WebhookReceiver;
let gateway: TestGateway;
let token: string;
let secret: string;

beforeAll(async () => {
  [microservices, receiver] = await Promise.all([TestMicroservices.start(), WebhookReceiver.start()]);
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: {
      WEBHOOK_ALLOWED_HOSTS: JSON.stringify([receiver.host]),
      IRIS__jobs__max_attempts: '1',
      IRIS__services__ocr_extractor__max_retries: '0',
    },
  });
  token = await gateway.tokenOf('notices@example.com');
  const { body } = await callApi<{ secret: string }>(gateway.url, 'POST /webhooks/secret/rotate', {
    token,
    body: {},
  });
  secret = body.secret;
});

beforeEach(() => microservices.reset());

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await Promise.all([microservices.stop(), receiver.close()]);
});

async function send(path: string, headers: Record<string, string> = {}): Promise<JobBody> {
  const fields = { callback_url: receiver.url(path) };
  const { status, body } = await submit(gateway.url, freshDocument(), { token, fields, headers });
  if (status !== 202) throw new Error(`it was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function noticeOf(path: string): Promise<{ type: string; data: JobBody }> {
  await waitFor(() => receiver.callsOf(path).length > 0, 'it is told', 20_000);
  const [call] = receiver.callsOf(path);
  if (!call) throw new Error('there is no call');
  expect(goodSignatures(call, secret)).toBe(1);
  return JSON.parse(call.body.toString()) as { type: string; data: JobBody };
}

describe('callback_url', () => {
  it('is told, signed, of a job that has succeeded; it means that nobody waits', async () => {
    const { id } = await send('/succeeded');
    const { type, data } = await noticeOf('/succeeded');
    expect([type, data.id, data.state, data.progress]).toEqual(['job.succeeded', id, 'succeeded', 100]);
    expect(receiver.callsOf('/succeeded')).toHaveLength(1);
  });

  it('is told of a job that has failed, and why', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () => {
      throw new Error('out of order');
    });
    const { id } = await send('/failed');
    await jobIn('failed', { url: gateway.url, token, id });
    const { type, data } = await noticeOf('/failed');
    expect([type, data.error?.code]).toEqual(['job.failed', 'UPSTREAM_FAILED']);
  });

  it('is told of a job that was cancelled', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', ({ signal }) => {
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('gone'));
        });
      });
    });
    const { id } = await send('/cancelled');
    expect((await callApi(gateway.url, `DELETE /jobs/${id}`, { token })).status).toBe(200);
    expect((await noticeOf('/cancelled')).type).toBe('job.cancelled');
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'http://a:b@example.com/',
  ])('does not get into the network behind: %s', async (url) => {
    const { status, body } = await submit(gateway.url, freshDocument(), {
      token,
      fields: { callback_url: url },
    });
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });
});
