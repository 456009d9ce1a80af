import type { Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { register } from 'prom-client';

import { newJobId, WebhookGateway, type WebhookOwner } from '../support/webhook-gateway.js';
import { goodSignatures, signaturesOf, WebhookReceiver } from '../support/webhook-receiver.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

let receiver: WebhookReceiver;
let hooks: WebhookGateway;
let owner: WebhookOwner;
let other: WebhookOwner;

beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  hooks = await WebhookGateway.start([receiver.host]);
  owner = await hooks.person('owner@example.com');
  other = await hooks.person('other@example.com');
});

afterAll(async () => {
  await hooks.stop();
  await receiver.close();
});

describe('a delivery', () => {
  it('is signed with the secret of its owner, and logged', async () => {
    const secret = await owner.rotate(0);
    const id = await owner.send(receiver.url('/plain?x=1'));
    const delivery = await owner.becomes(id, 'delivered');
    const [received, ...others] = receiver.callsOf('/plain?x=1');
    expect(others).toEqual([]);
    expect(received?.method).toBe('POST');
    expect(received?.headers).toMatchObject({
      'webhook-id': id,
      'content-type': 'application/json',
      'user-agent': 'iris-api-gateway',
      host: receiver.host,
    });
    expect(JSON.parse(String(received?.body))).toEqual({
      type: 'job.succeeded',
      data: { id: delivery.job_id, name: 'cédula' },
    });
    expect(Math.abs(Date.now() / 1000 - Number(received?.headers['webhook-timestamp']))).toBeLessThan(30);
    expect(received && [signaturesOf(received).length, goodSignatures(received, secret)]).toEqual([1, 1]);
    expect(delivery).toMatchObject({ attempts: 1, next_attempt_at: null, finished_at: expect.any(String) });
    expect(delivery.attempt_log).toEqual([
      { number: 1, at: expect.any(String), status: 200, ms: expect.any(Number), error: null },
    ]);
  });

  it('is signed although its owner has never asked for a secret', async () => {
    const newcomer = await hooks.person('newcomer@example.com');
    await newcomer.becomes(await newcomer.send(receiver.url('/first')), 'delivered');
    const [received] = receiver.callsOf('/first');
    expect(received && signaturesOf(received)).toEqual([expect.stringMatching(/^v1,.{44}$/)]);
    const { body } = await newcomer.call<{ secrets: object[] }>('GET /webhooks/secret');
    expect(body).toEqual({
      secrets: [{ id: expect.any(String), created_at: expect.any(String), expires_at: null }],
    });
  });

  it('does not exist when the transaction is rolled back', async () => {
    const jobId = newJobId();
    const webhooks = hooks.webhooks;
    const rolledBack = hooks.database.transaction(async (manager) => {
      const url = receiver.url('/rolled-back');
      await webhooks.enqueue(manager, { ownerId: owner.id, jobId, url, type: 'job.failed', payload: {} });
      throw new Error('the job could not be finished');
    });
    await expect(rolledBack).rejects.toThrow('the job could not be finished');
    webhooks.announce();
    // What is sent after it, arrives: it would have been sent before.
    await owner.becomes(await owner.send(receiver.url('/after')), 'delivered');
    expect(receiver.callsOf('/rolled-back')).toEqual([]);
    const { body } = await owner.call<{ items: object[] }>(`GET /webhooks/deliveries?job_id=${jobId}`);
    expect(body.items).toEqual([]);
  });
});

describe('a receiver that fails', () => {
  it('is tried again, with the same id and another time', async () => {
    receiver.behave((request, response) => {
      response.writeHead(receiver.callsOf('/flaky').length < 3 && request.url === '/flaky' ? 500 : 204).end();
    });
    const id = await owner.send(receiver.url('/flaky'));
    const delivery = await owner.becomes(id, 'delivered');
    expect(delivery.attempt_log.map(({ number, status }) => [number, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 204],
    ]);
    const calls = receiver.callsOf('/flaky');
    expect(new Set(calls.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
    expect(new Set(calls.map(({ body }) => String(body))).size).toBe(1);
  });

  it('is given up after a day, and can be tried again after that', async () => {
    receiver.answer(500);
    const id = await owner.send(receiver.url('/hopeless'));
    await owner.attempted(id);
    await hooks.database.run((manager) =>
      manager.query('UPDATE webhook_deliveries SET retry_until = now() WHERE id = $1', [id]),
    );
    const failed = await owner.becomes(id, 'failed');
    expect(failed).toMatchObject({ next_attempt_at: null, finished_at: expect.any(String) });
    const attempts = receiver.callsOf('/hopeless').length;
    expect(failed.attempts).toBe(attempts);
    receiver.answer(200);
    await owner.call(`POST /webhooks/deliveries/${id}/replay`);
    expect(await owner.becomes(id, 'delivered')).toMatchObject({ attempts: attempts + 1 });
  });

  it('is waited for as long as it asks', async () => {
    receiver.answer(503, { 'retry-after': '1800' });
    const { next_attempt_at: next, state } = await owner.attempted(await owner.send(receiver.url('/busy')));
    expect(state).toBe('pending');
    expect((Date.parse(String(next)) - Date.now()) / 60_000).toBeCloseTo(30, 0);
  });

  it.each<[what: string, error: string, behave: (socket: Socket) => unknown]>([
    ['never answers', 'TIMEOUT', () => undefined],
    ['stops in the middle of its headers', 'TIMEOUT', (socket) => socket.write('HTTP/1.1 200 OK\r\nX: ')],
    ['hangs up', 'CONNECTION_FAILED', (socket) => socket.end()],
    ['does not speak HTTP', 'INVALID_ANSWER', (socket) => socket.write('220 smtp\r\n')],
  ])('%s › %s', async (what, error, behave) => {
    receiver.behave((request) => void behave(request.socket));
    const delivery = await owner.attempted(await owner.send(receiver.url(`/${encodeURIComponent(what)}`)));
    expect(delivery.attempt_log[0]).toMatchObject({ status: null, error });
    expect(delivery.attempt_log[0]?.ms).toBeLessThan(5_000);
    receiver.answer(200);
    await owner.becomes(delivery.id, 'delivered');
  });

  it('and does not stop to answer › has answered', async () => {
    let sent = 0;
    receiver.behave((_request, response) => {
      const chunk = Buffer.alloc(65_536);
      const write = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', write).on('error', () => undefined);
      write();
    });
    const delivery = await owner.becomes(await owner.send(receiver.url('/endless')), 'delivered');
    expect(delivery.attempt_log[0]).toMatchObject({ status: 200, error: null });
    expect(sent).toBeLessThan(20_000_000);
    receiver.answer(200);
  });

  it('does not keep others waiting', async () => {
    receiver.behave((request, response) => {
      if (request.url !== '/slow') response.end();
    });
    const slow = await Promise.all(Array.from({ length: 12 }, () => owner.send(receiver.url('/slow'))));
    await waitFor(() => receiver.callsOf('/slow').length >= 4, 'the slow ones are under way');
    const startedAt = performance.now();
    await other.becomes(await other.send(receiver.url('/quick')), 'delivered');
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    receiver.answer(200);
    for (const id of slow) await owner.becomes(id, 'delivered');
  });
});

describe('410', () => {
  it('disables the endpoint for its owner, until it is enabled again', async () => {
    receiver.answer(410);
    const url = receiver.url('/gone');
    const first = await owner.becomes(await owner.send(url), 'disabled');
    expect(first.attempt_log).toMatchObject([{ status: 410 }]);
    receiver.answer(200);

    const second = await owner.get(await owner.send(url));
    expect(second).toMatchObject({ state: 'disabled', attempts: 0, attempt_log: [] });
    await other.becomes(await other.send(url), 'delivered');
    expect(receiver.callsOf('/gone')).toHaveLength(2);
    expect(await owner.call(`POST /webhooks/deliveries/${second.id}/replay`)).toMatchObject({
      status: 409,
      body: { code: 'WEBHOOK_ENDPOINT_DISABLED' },
    });

    const { body } = await owner.call<{ items: { id: string; url: string }[] }>('GET /webhooks/disabled');
    const [endpoint] = body.items;
    expect(body.items).toEqual([{ id: expect.any(String), url, disabled_at: expect.any(String) }]);
    const enable = `DELETE /webhooks/disabled/${String(endpoint?.id)}`;
    expect(await other.call(enable)).toMatchObject({
      status: 404,
      body: { code: 'WEBHOOK_ENDPOINT_NOT_FOUND' },
    });
    expect((await owner.call(enable)).status).toBe(204);
    expect((await owner.call(enable)).status).toBe(404);
    expect((await owner.call('DELETE /webhooks/disabled/1')).status).toBe(404);

    expect((await owner.call(`POST /webhooks/deliveries/${second.id}/replay`)).status).toBe(202);
    await owner.becomes(second.id, 'delivered');
    await owner.becomes(await owner.send(url), 'delivered');
  });

  it('ends those that wait for the same endpoint', async () => {
    receiver.answer(500);
    const waiting = await owner.send(receiver.url('/gone-later'));
    await owner.attempted(waiting);
    receiver.answer(410);
    await owner.becomes(await owner.send(receiver.url('/gone-later')), 'disabled');
    await owner.becomes(waiting, 'disabled');
    receiver.answer(200);
  });
});

describe('deliveries by outcome', () => {
  it('are counted', async () => {
    const metric = await register.getSingleMetric('iris_webhooks_deliveries_total')?.get();
    const outcomes = new Set(metric?.values.map(({ labels }) => labels.outcome));
    expect(outcomes).toEqual(new Set(['delivered', 'retried', 'failed', 'disabled']));
  });
});
