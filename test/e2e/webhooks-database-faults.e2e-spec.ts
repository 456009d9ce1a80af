import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { startPostgres } from '../support/postgres.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { WebhookGateway, type WebhookOwner } from '../support/webhook-gateway.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

jest.setTimeout(120_000);

let server: OwnServer;
let receiver: WebhookReceiver;
let hooks: WebhookGateway;
let owner: WebhookOwner;

beforeAll(async () => {
  [server, receiver] = await Promise.all([startPostgres(), WebhookReceiver.start()]);
  const env = { DATABASE_URL: server.url, IRIS__webhooks__timeout_seconds: '10' };
  hooks = await WebhookGateway.start([receiver.host], env);
  owner = await hooks.person('owner@example.com');
});

afterAll(async () => {
  await hooks.stop();
  await Promise.all([server.close(), receiver.close()]);
});

it('a database that goes away during an attempt › the attempt is made again, with the same id', async () => {
  const held = Promise.withResolvers<ServerResponse>();
  receiver.behave((_request, response) => {
    held.resolve(response);
  });
  const id = await owner.send(receiver.url('/held'));
  const response = await held.promise;
  await server.stop();
  receiver.answer(200);
  response.end();
  await waitFor(() => !hooks.database.isReady(), 'it is noticed');
  await server.start();
  await waitFor(() => hooks.database.isReady(), 'it is back', 20_000);
  await waitFor(() => receiver.callsOf('/held').length === 2, 'it is sent again', 60_000);
  expect(await owner.becomes(id, 'delivered')).toMatchObject({ attempts: 1 });
  const ids = receiver.callsOf('/held').map(({ headers }) => headers['webhook-id']);
  expect(ids).toEqual([id, id]);
  await owner.becomes(await owner.send(receiver.url('/after')), 'delivered');
});
