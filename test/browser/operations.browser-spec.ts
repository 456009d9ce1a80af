import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';

import { callApi } from '../support/api-client.js';
import { type Account, ADMIN, type ConsoleGateway } from '../support/browser/console-gateway.js';
import { ConsoleSite } from '../support/browser/console-site.js';
import { describeInBrowser } from '../support/browser/describe-in-browser.js';
import type { Visitor } from '../support/browser/visitor.js';
import { sendDocument } from '../support/document-client.js';
import { freshDocument } from '../support/documents.js';

jest.setTimeout(90_000);

describeInBrowser('what operators see and administrators do in the console', () => {
  let site: ConsoleSite;
  let gateway: ConsoleGateway;
  let operator: Account;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await ConsoleSite.open();
    ({ gateway } = site);
    operator = await gateway.createUser('operator@example.com', 'operator');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    visitor = await site.arrive();
  });
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  function service(name: string): Locator {
    return visitor.page.getByRole('region', { name });
  }

  it('services › one is isolated, with confirmation, and reset', async () => {
    const { page } = visitor;
    await visitor.logIn(ADMIN, 'services');
    const reader = service('OCR and extraction');
    await reader.getByText('Breaker closed').waitFor();
    await visitor.button('Isolate OCR and extraction').click();
    const dialog = page.getByRole('dialog', { name: 'Isolate OCR and extraction?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await reader.getByText('Breaker closed').count()).toBe(1);

    await visitor.button('Isolate OCR and extraction').click();
    await dialog.getByRole('button', { name: 'Isolate' }).click();
    await reader.getByText('Isolated', { exact: true }).first().waitFor();
    const token = await gateway.tokenOf(ADMIN);
    const refused = await sendDocument(gateway.url, freshDocument(), { token });
    expect([refused.status, refused.body]).toMatchObject([503, { code: 'UPSTREAM_BREAKER_OPEN' }]);

    await visitor.button('Reset OCR and extraction').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await reader.getByText('Breaker closed').waitFor();
    expect((await sendDocument(gateway.url, freshDocument(), { token })).status).toBe(200);
  });

  it('services › the last error of an instance', async () => {
    await gateway.microservices.down('ml_embeddings');
    const token = await gateway.tokenOf(ADMIN);
    await callApi(gateway.url, 'GET /services/ml_embeddings/health', { token });
    await visitor.logIn(ADMIN, 'services');
    const row = service('Embeddings').getByRole('row', { name: /ml_embeddings-1/ });
    await row.getByText('UPSTREAM_UNAVAILABLE').waitFor();
    await gateway.microservices.reset();
  });

  it('services › an operator changes nothing', async () => {
    await visitor.logIn(operator, 'services');
    await service('Classifier').waitFor();
    expect(await visitor.page.getByRole('button', { name: /Isolate|Reset/ }).count()).toBe(0);
  });

  it('traffic › the hour in charts and tables', async () => {
    await visitor.logIn(operator, 'traffic');
    for (const title of [
      'Requests per minute',
      'Latency',
      'Cache, per minute',
      'Documents queued or under way',
    ]) {
      const panel = visitor.page.getByRole('region', { name: title });
      await panel.getByRole('img', { name: new RegExp(`^Chart: ${title}`) }).waitFor();
      await panel.getByText('As a table').click();
      await panel.getByRole('table').waitFor();
    }
  });

  it('is not for users', async () => {
    const user = await gateway.createUser('user@example.com', 'user');
    await visitor.logIn(user, 'services');
    await visitor.heading('Not found').waitFor();
    expect(await visitor.page.getByRole('link', { name: 'Traffic' }).count()).toBe(0);
  });
});
