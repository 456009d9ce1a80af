import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import type { Account, ConsoleGateway } from '../support/browser/console-gateway.js';
import { ConsoleSite } from '../support/browser/console-site.js';
import { describeInBrowser } from '../support/browser/describe-in-browser.js';
import { freshDocument } from '../support/documents.js';
import { isFocused, type Visitor } from '../support/browser/visitor.js';

jest.setTimeout(90_000);

describeInBrowser('a session in the console', () => {
  let site: ConsoleSite;
  let gateway: ConsoleGateway;
  let account: Account;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await ConsoleSite.open();
    ({ gateway } = site);
    account = await gateway.createUser('ana@example.com', 'user');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    visitor = await site.arrive();
  });
  afterEach(async () => {
    await visitor.leave();
    await Promise.all([gateway.up(), gateway.microservices.reset()]);
  });

  it('begins with e-mail address and password, and is there again when the page is loaded anew', async () => {
    await visitor.logIn(account);
    await visitor.heading('Documents').waitFor();
    await visitor.page.reload();
    await visitor.heading('Documents').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('leaves nothing for scripts to read', async () => {
    await visitor.logIn(account);
    const kept = await visitor.page.evaluate(() => ({
      cookie: document.cookie,
      storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    }));
    expect(kept.cookie).toBe('');
    expect(kept.storage).not.toMatch(/eyJ|iris_refresh/);
    const [cookie, ...others] = await visitor.page.context().cookies(`${gateway.url}/console/session`);
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', expires: -1 });
    expect(await visitor.page.context().cookies(`${gateway.url}/console/`)).toEqual([]);
  });

  it('does not begin with another password, and says so', async () => {
    await visitor.open();
    await visitor.fillIn({ ...account, password: 'not the password' });
    await visitor.page.getByText('The e-mail address or the password is not right.').waitFor();
    await visitor.fillIn(account);
    await visitor.heading('Documents').waitFor();
  });

  it('ends for all tabs when somebody logs out', async () => {
    await visitor.logIn(account);
    const other = await visitor.openTab();
    await other.open();
    await other.heading('Documents').waitFor();
    await visitor.page.getByRole('button', { name: /^Account and preferences/ }).click();
    const ended = visitor.page.waitForResponse((response) => response.request().method() === 'DELETE');
    await visitor.button('Log out').click();
    expect((await ended).status()).toBe(204);
    for (const tab of [visitor, other]) await tab.heading('Log in').waitFor();
    await visitor.page.reload();
    await visitor.heading('Log in').waitFor();
    expect([...visitor.complaints, ...other.complaints]).toEqual([]);
  });

  it('that was ended elsewhere asks for the password again, and goes on where one was', async () => {
    await visitor.logIn(account, 'documents');
    const token = await gateway.tokenOf(account);
    await callApi(gateway.url, 'POST /auth/logout-all', { token });
    await visitor.chooseFile('cedula-1-scan.jpg');
    await visitor.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await visitor.page.getByLabel('Password').fill(account.password);
    await visitor.button('Log in').click();
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.heading('cedula-1-scan.jpg').waitFor();
    expect(visitor.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('outlives a gateway that is started again under the page', async () => {
    await visitor.logIn(account);
    const release = gateway.microservices.hold('ocr_extractor', 'POST /ocr');
    await visitor.chooseFile('cedula-1-scan.jpg');
    await visitor.page.getByText('Under way').first().waitFor();
    await gateway.down();
    const banner = visitor.page.getByText(/^The gateway does not answer/);
    await banner.waitFor();
    release();
    await gateway.up();
    await banner.waitFor({ state: 'detached' });
    await visitor.heading('Fields').waitFor();
    expect(visitor.complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });

  it('needs no mouse', async () => {
    const { page } = visitor;
    await visitor.open();
    await visitor.heading('Log in').waitFor();
    await page.keyboard.type(account.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(account.password);
    await page.keyboard.press('Enter');
    await visitor.heading('Documents').waitFor();
    await page.reload();
    await visitor.heading('Documents').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('link', { name: 'Skip to the content' }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Enter');

    // Before the keys: it takes a moment until the browser asks us instead of a dialog.
    const chooser = page.waitForEvent('filechooser');
    await visitor.tabTo(visitor.button('Choose files'));
    await page.keyboard.press('Enter');
    const file = {
      name: 'passport.jpg',
      mimeType: 'image/jpeg',
      buffer: freshDocument('pasaporte-2-photo.jpg'),
    };
    await (await chooser).setFiles(file);
    await visitor.heading('Fields').waitFor();
    await visitor.tabTo(visitor.button('Download JSON'));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
  });

  it('speaks Spanish to those whose browser does', async () => {
    const ana = await site.arrive({ locale: 'es-CL' });
    await ana.open();
    await ana.heading('Iniciar sesión').waitFor();
    expect(await ana.page.getAttribute('html', 'lang')).toBe('es');
    await ana.leave();
  });

  it('would not go unnoticed if it broke the Content-Security-Policy', async () => {
    await visitor.open();
    await visitor.heading('Log in').waitFor();
    await visitor.page.evaluate(() => {
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
      );
    });
    expect(visitor.complaints.join()).toMatch(/Content Security Policy/);
  });
});
