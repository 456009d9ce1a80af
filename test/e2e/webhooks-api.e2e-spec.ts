import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { waitFor } from '../support/wait-for.js';
import {
  type DeliveryBody,
  newJobId,
  WebhookGateway,
  type WebhookOwner,
} from '../support/webhook-gateway.js';
import { goodSignatures, signaturesOf, WebhookReceiver } from '../support/webhook-receiver.js';

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

describe('POST /webhooks/deliveries/{id}/replay', () => {
  it('delivers once more with the same id', async () => {
    const id = await owner.send(receiver.url('/again'));
    await owner.becomes(id, 'delivered');
    const answer = await owner.call(`POST /webhooks/deliveries/${id}/replay`);
    expect(answer).toMatchObject({
      status: 202,
      body: { id, state: 'pending', attempts: 1, finished_at: null },
    });
    await owner.attempted(id, 2);
    expect(await owner.becomes(id, 'delivered')).toMatchObject({ attempts: 2 });
    const ids = receiver.callsOf('/again').map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([id, id]);
  });

  it('does not wait for the attempt that is due in a while, which is not made then', async () => {
    receiver.answer(503, { 'retry-after': '2' });
    const id = await owner.send(receiver.url('/impatient'));
    await owner.attempted(id);
    receiver.answer(200);
    await owner.call(`POST /webhooks/deliveries/${id}/replay`);
    await owner.becomes(id, 'delivered');
    await waitFor(async () => (await openWork(id)) === 0, 'the former work is over', 10_000);
    expect(receiver.callsOf('/impatient')).toHaveLength(2);
  });
});

/** How much work waits for this delivery. */
async function openWork(deliveryId: string): Promise<number> {
  const [row] = await hooks.database.run((manager) =>
    manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pgboss.job
       WHERE name = 'webhooks' AND data ->> 'deliveryId' = $1 AND state < 'completed'`,
      [deliveryId],
    ),
  );
  return row?.count ?? 0;
}

describe('secrets', () => {
  it('sign together while one follows the other', async () => {
    const first = await owner.rotate(0);
    const second = await owner.rotate(3600);
    await owner.becomes(await owner.send(receiver.url('/both')), 'delivered');
    const [received] = receiver.callsOf('/both');
    expect(received && [first, second].map((secret) => goodSignatures(received, secret))).toEqual([1, 1]);
    expect(received && signaturesOf(received)).toHaveLength(2);
    const { body } = await owner.call<{ secrets: { expires_at: string | null }[] }>('GET /webhooks/secret');
    expect(body.secrets.map(({ expires_at: end }) => end)).toEqual([null, expect.any(String)]);
    expect(JSON.stringify(body)).not.toContain('whsec_');

    const third = await owner.rotate(0);
    await owner.becomes(await owner.send(receiver.url('/one')), 'delivered');
    const [last] = receiver.callsOf('/one');
    expect(last && [first, second, third].map((secret) => goodSignatures(last, secret))).toEqual([0, 0, 1]);
  });

  it('are at most five, however often they are rotated', async () => {
    const secrets: string[] = [];
    for (let count = 0; count < 7; count += 1) secrets.push(await owner.rotate(3600));
    await owner.becomes(await owner.send(receiver.url('/many')), 'delivered');
    const [received] = receiver.callsOf('/many');
    const good = received ? secrets.map((secret) => goodSignatures(received, secret)) : [];
    expect(good).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });

  it('have one successor when two ask at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => other.rotate(0)));
    const { body } = await other.call<{ secrets: object[] }>('GET /webhooks/secret');
    expect(body.secrets).toHaveLength(1);
  });

  it('are rotated while a first one is being made', async () => {
    const newcomer = await hooks.person('newcomer@example.com');
    const rotated = Promise.withResolvers<string>();
    await hooks.database.transaction(async (manager) => {
      const webhook = { ownerId: newcomer.id, jobId: newJobId(), url: receiver.url('/raced') } as const;
      await hooks.webhooks.enqueue(manager, { ...webhook, type: 'job.failed', payload: {} });
      rotated.resolve(newcomer.rotate(3600));
      await waitFor(async () => {
        const waiting = await manager.query<unknown[]>(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return waiting.length > 0;
      }, 'the rotation waits');
    });
    expect(await rotated.promise).toMatch(/^whsec_/);
    const { body } = await newcomer.call<{ secrets: object[] }>('GET /webhooks/secret');
    expect(body.secrets).toMatchObject([{ expires_at: null }]);
  });

  it('are rotated on the record', async () => {
    await owner.rotate(60);
    const token = await hooks.gateway.tokenOf('auditor@example.com', 'admin');
    const { body } = await callApi<{ items: { actor_id: string; details: object }[] }>(
      hooks.gateway.url,
      'GET /admin/audit-log?action=webhook_secret.rotated&limit=1',
      { token },
    );
    expect(body.items).toMatchObject([{ details: { overlap_seconds: 60 } }]);
  });

  it('refuse a bad overlap', async () => {
    const answer = await owner.call('POST /webhooks/secret/rotate', { body: { overlap_seconds: -1 } });
    expect(answer.status).toBe(422);
  });
});

describe('GET /webhooks/deliveries', () => {
  it('shows one’s own, the newest first, by state and job', async () => {
    const jobId = newJobId();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.unshift(await owner.send(receiver.url('/listed'), jobId));
      await owner.becomes(ids[0] ?? '', 'delivered');
    }
    const route = `GET /webhooks/deliveries?job_id=${jobId}&state=delivered&limit=2`;
    const first = await owner.call<{ items: DeliveryBody[]; next_cursor: string }>(route);
    const second = await owner.call<{ items: DeliveryBody[]; next_cursor: null }>(
      `${route}&cursor=${first.body.next_cursor}`,
    );
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
    expect(second.body.next_cursor).toBeNull();
    const failed = await owner.call<{ items: object[] }>(
      `GET /webhooks/deliveries?job_id=${jobId}&state=failed`,
    );
    expect(failed.body.items).toEqual([]);
    const foreign = await other.call<{ items: object[] }>(`GET /webhooks/deliveries?job_id=${jobId}`);
    expect(foreign.body.items).toEqual([]);
    expect((await owner.call('GET /webhooks/deliveries?state=lost')).status).toBe(422);
  });

  it('knows no foreign ids', async () => {
    const id = await owner.send(receiver.url('/mine'));
    await owner.becomes(id, 'delivered');
    const routes = [`GET /webhooks/deliveries/${id}`, `POST /webhooks/deliveries/${id}/replay`];
    for (const route of routes) {
      const foreign = await other.call<Record<string, unknown>>(route);
      const unknown = await other.call<Record<string, unknown>>(route.replace(id, 'msg_0'));
      expect(foreign).toMatchObject({ status: 404, body: { code: 'WEBHOOK_DELIVERY_NOT_FOUND' } });
      expect({ ...foreign.body, instance: '', request_id: '' }).toEqual({
        ...unknown.body,
        instance: '',
        request_id: '',
      });
    }
    expect(receiver.callsOf('/mine')).toHaveLength(1);
  });

  it('is for keys that may read, and changes are for keys that may process', async () => {
    const keyWith = async (...scopes: string[]): Promise<string> => {
      const body = { name: 'webhooks', scopes };
      return (await owner.call<{ key: string }>('POST /auth/api-keys', { body })).body.key;
    };
    const reader = await keyWith('documents:read');
    const statusOf = async (route: string, apiKey: string): Promise<number> =>
      (await callApi(hooks.gateway.url, route, { apiKey })).status;
    expect(await statusOf('GET /webhooks/deliveries', reader)).toBe(200);
    expect(await statusOf('GET /webhooks/secret', reader)).toBe(200);
    expect(await statusOf('GET /webhooks/disabled', reader)).toBe(200);
    expect(await statusOf('POST /webhooks/secret/rotate', reader)).toBe(403);
    expect(await statusOf('POST /webhooks/deliveries/x/replay', reader)).toBe(403);
    expect(await statusOf('DELETE /webhooks/disabled/x', reader)).toBe(403);
    expect(await statusOf('POST /webhooks/deliveries/x/replay', await keyWith('documents:process'))).toBe(
      404,
    );
  });
});
