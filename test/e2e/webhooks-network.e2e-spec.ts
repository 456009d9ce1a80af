import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { WebhookGateway, type WebhookOwner } from '../support/webhook-gateway.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

jest.setTimeout(60_000);

let receiver: WebhookReceiver;
/** Listens on loopback, and is not allowed. */
let canary: WebhookReceiver;
let hooks: WebhookGateway;
let owner: WebhookOwner;

beforeAll(async () => {
  [receiver, canary] = await Promise.all([WebhookReceiver.start(), WebhookReceiver.start()]);
  hooks = await WebhookGateway.start([receiver.host]);
  owner = await hooks.person('owner@example.com');
});

afterAll(async () => {
  await hooks.stop();
  await Promise.all([receiver.close(), canary.close()]);
});

describe('the network behind the gateway', () => {
  it('is not reached by a redirect', async () => {
    receiver.answer(307, { location: canary.url('/stolen') });
    const delivery = await owner.attempted(await owner.send(receiver.url('/redirect')), 2);
    expect(delivery.attempt_log[0]).toMatchObject({ status: 307, error: null });
    expect(canary.requests).toBe(0);
    receiver.answer(200);
  });

  it.each([
    ['an address', (port: number) => `http://127.0.0.1:${port}/`, 'URL_NOT_ALLOWED'],
    ['an IPv6 address', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`, 'URL_NOT_ALLOWED'],
    ['localhost', (port: number) => `http://localhost:${port}/`, 'NO_PUBLIC_ADDRESS'],
    ['a name below localhost', (port: number) => `http://a.localhost:${port}/`, 'NO_PUBLIC_ADDRESS'],
  ])('is not reached by %s that was submitted before it was forbidden', async (_what, urlOf, error) => {
    const delivery = await owner.attempted(await owner.send(urlOf(canary.port)));
    expect(delivery.attempt_log[0]).toMatchObject({ status: null, error });
    expect(canary.requests).toBe(0);
  });

  it('is reached where the operator allows it, by name as well', async () => {
    const allowing = await WebhookGateway.start([`localhost:${receiver.port}`]);
    const person = await allowing.person('allowed@example.com');
    const id = await person.send(`http://localhost:${receiver.port}/by-name`);
    await person.becomes(id, 'delivered');
    expect(receiver.callsOf('/by-name')).toHaveLength(1);
    await allowing.stop();
  });

  it('is refused at the submission', () => {
    const { webhooks } = hooks;
    expect(() => webhooks.requireCallbackUrl('http://169.254.169.254/latest', '/callback_url')).toThrow(
      '/callback_url: expected a public address',
    );
    expect(webhooks.requireCallbackUrl(receiver.url('/a'), '/callback_url')).toBe(receiver.url('/a'));
  });
});
