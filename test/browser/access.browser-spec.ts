import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';

import { callApi } from '../support/api-client.js';
import { ADMIN, type ConsoleGateway } from '../support/browser/console-gateway.js';
import { ConsoleSite } from '../support/browser/console-site.js';
import { describeInBrowser } from '../support/browser/describe-in-browser.js';
import type { Visitor } from '../support/browser/visitor.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(90_000);

describeInBrowser('who may use the gateway, in the console', () => {
  let site: ConsoleSite;
  let gateway: ConsoleGateway;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await ConsoleSite.open();
    ({ gateway } = site);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    visitor = await site.arrive({ permissions: ['clipboard-read', 'clipboard-write'] });
  });
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  function dialog(name: string): Locator {
    return visitor.page.getByRole('dialog', { name });
  }

  async function statusWith(apiKey: string): Promise<number> {
    return (await callApi(gateway.url, 'GET /jobs', { apiKey })).status;
  }

  it('an API key › is made, shown once, copied, used and revoked', async () => {
    const { page } = visitor;
    await visitor.logIn(ADMIN, 'access/keys');
    await visitor.button('Create API key').click();
    await dialog('Create API key').getByLabel('Name').fill('the scanner at the door');
    await dialog('Create API key').getByRole('button', { name: 'Create API key' }).click();
    const made = dialog('Your new API key');
    const key = (await made.getByLabel('API key').textContent()) ?? '';
    expect(key).toMatch(/^iris_live_/);
    await made.getByRole('button', { name: 'Copy' }).click();
    await made.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
    expect(await statusWith(key)).toBe(200);
    await made.getByRole('button', { name: 'Done' }).click();
    await made.waitFor({ state: 'detached' });
    await page.reload();
    const row = page.getByRole('row', { name: /the scanner at the door/ });
    await row.getByText('Active').waitFor();
    expect(await page.content()).not.toContain(key);

    await visitor.button('Revoke the scanner at the door').click();
    await dialog('Revoke the scanner at the door?').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('Revoked').waitFor();
    expect(await statusWith(key)).toBe(401);
  });

  it('a user › is created with a password that is shown once, and disabled', async () => {
    const email = 'luz@example.com';
    await visitor.logIn(ADMIN, 'access/users');
    await visitor.button('Create user').click();
    const form = dialog('Create user');
    await form.getByLabel('E-mail address').fill(email);
    await form.getByLabel('Role').selectOption({ label: 'Operator' });
    await form.getByRole('button', { name: 'Create user' }).click();
    const password = (await dialog('The new password').getByLabel('Password').textContent()) ?? '';
    await dialog('The new password').getByRole('button', { name: 'Done' }).click();
    expect(await gateway.tokenOf({ email, password })).not.toBeUndefined();

    const row = visitor.page.getByRole('row', { name: new RegExp(email) });
    await row.getByText('Operator').waitFor();
    await visitor.button(`Disable ${email}`).click();
    await dialog(`Disable ${email}?`).getByRole('button', { name: 'Disable' }).click();
    await row.getByText('Disabled').waitFor();
    expect(await gateway.tokenOf({ email, password })).toBeUndefined();
  });

  it('sessions › another one of one’s own is ended', async () => {
    const account = await gateway.createUser('sol@example.com', 'user');
    const token = await gateway.tokenOf(account);
    const isLive = async (): Promise<boolean> =>
      (await callApi(gateway.url, 'GET /auth/me', { token })).status === 200;
    await visitor.logIn(account, 'access/sessions');
    await visitor.page.getByText('This one').waitFor();
    expect(await isLive()).toBe(true);
    await visitor.page.getByRole('button', { name: /^End/ }).click();
    await dialog('End this session?').getByRole('button', { name: 'End' }).click();
    await dialog('End this session?').waitFor({ state: 'detached' });
    expect(await isLive()).toBe(false);
    // The list is read again when the dialog is gone.
    await visitor.page.getByRole('button', { name: /^End/ }).waitFor({ state: 'detached' });
    expect(await visitor.page.getByRole('button', { name: /^End/ }).count()).toBe(0);
  });

  it('limits › who is near one, and that it is forgotten', async () => {
    const token = await gateway.tokenOf(ADMIN);
    const options = { token, body: { name: 'hasty', scopes: ['documents:read'], rate_limit: '2/hour' } };
    const { key } = (await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', options)).body;
    await waitFor(async () => (await statusWith(key)) === 429, 'the key is at its limit');
    await visitor.logIn(ADMIN, 'access/limits');
    const row = visitor.page.getByRole('row', { name: /^key:/ });
    await row.getByText('0 / 2').waitFor();
    await row.getByRole('button', { name: /^Forget use/ }).click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Forget use' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await statusWith(key)).toBe(200);
  });

  it('audit › what was done, by whom, filtered', async () => {
    await gateway.createUser('mar@example.com', 'user');
    await visitor.logIn(ADMIN, 'audit');
    const table = visitor.page.getByRole('table', { name: 'Audit log' });
    await table
      .getByRole('row', { name: /Logged in/ })
      .first()
      .waitFor();
    const form = visitor.page.getByRole('search', { name: 'Filter the audit log' });
    await form.getByLabel('What').first().selectOption({ label: 'User created' });
    await form.getByRole('button', { name: 'Show' }).click();
    await table
      .getByRole('row', { name: /User created.*root@iris\.example\.com.*mar@example\.com/ })
      .waitFor();
    expect(await table.getByRole('row', { name: /Logged in/ }).count()).toBe(0);
  });
});
