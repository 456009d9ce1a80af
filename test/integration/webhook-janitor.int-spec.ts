import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WebhookJanitor } from '../../src/webhooks/webhook-janitor.js';
import { WebhookGateway, type WebhookOwner } from '../support/webhook-gateway.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

let receiver: WebhookReceiver;
let hooks: WebhookGateway;
let owner: WebhookOwner;

beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  hooks = await WebhookGateway.start([receiver.host], { IRIS__webhooks__retry_delays_seconds: '[3600]' });
  owner = await hooks.person('owner@example.com');
});

afterAll(async () => {
  await hooks.stop();
  await receiver.close();
});

/** As if the delivery had been made, and ended, so long ago. */
async function age(id: string, days: number): Promise<void> {
  await hooks.database.run((manager) =>
    manager.query(
      `UPDATE webhook_deliveries SET created_at = created_at - make_interval(days => $2),
         finished_at = finished_at - make_interval(days => $2) WHERE id = $1`,
      [id, days],
    ),
  );
}

describe('WebhookJanitor', () => {
  it('deletes what has been over for thirty days, with its attempts', async () => {
    receiver.answer(500);
    const pending = await owner.send(receiver.url('/pending'));
    await owner.attempted(pending);
    receiver.answer(200);
    const [old, recent] = [await owner.send(receiver.url('/old')), await owner.send(receiver.url('/recent'))];
    for (const id of [old, recent]) await owner.becomes(id, 'delivered');
    await Promise.all([age(pending, 31), age(old, 31), age(recent, 29)]);

    await hooks.gateway.app.get(WebhookJanitor, { strict: false }).clean();

    const { body } = await owner.call<{ items: { id: string }[] }>('GET /webhooks/deliveries');
    expect(body.items.map(({ id }) => id)).toEqual([recent, pending]);
    const attempts = await hooks.database.run((manager) =>
      manager.query<{ delivery_id: string }[]>('SELECT DISTINCT delivery_id FROM webhook_attempts'),
    );
    expect(new Set(attempts.map(({ delivery_id: id }) => id))).toEqual(new Set([recent, pending]));
  });

  it('deletes secrets that have ended', async () => {
    await owner.rotate(0);
    await owner.rotate(3600);
    const rows = await hooks.database.run(async (manager) => {
      await manager.query(
        "UPDATE webhook_secrets SET expires_at = now() - interval '1 second' WHERE expires_at > now()",
      );
      await hooks.gateway.app.get(WebhookJanitor, { strict: false }).clean();
      return manager.query<object[]>('SELECT expires_at FROM webhook_secrets WHERE owner_id = $1', [
        owner.id,
      ]);
    });
    expect(rows).toEqual([{ expires_at: null }]);
  });
});
