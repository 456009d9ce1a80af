import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { seriousFindings } from '../support/browser/accessibility.js';
import { ADMIN, type ConsoleGateway } from '../support/browser/console-gateway.js';
import { ConsoleSite } from '../support/browser/console-site.js';
import { describeInBrowser } from '../support/browser/describe-in-browser.js';
import type { Visitor, VisitorOptions } from '../support/browser/visitor.js';

jest.setTimeout(120_000);

const PHONE = { width: 360, height: 740 };
const LOOKS: Readonly<Record<string, Omit<VisitorOptions, 'url'>>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'on a phone': { colorScheme: 'light', viewport: PHONE, hasTouch: true },
  'on a phone, dark, with little motion': { colorScheme: 'dark', viewport: PHONE, reducedMotion: 'reduce' },
};
const PAGES = [
  'documents',
  'traffic',
  'services',
  'access/users',
  'access/keys',
  'access/sessions',
  'access/limits',
  'audit',
  'nothing',
];

describeInBrowser.each(Object.entries(LOOKS))('accessibility of the console, %s', (_look, options) => {
  let site: ConsoleSite;
  let gateway: ConsoleGateway;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await ConsoleSite.open();
    ({ gateway } = site);
    visitor = await site.arrive(options);
  });
  afterAll(() => site.close());

  async function expectGood(): Promise<void> {
    await visitor.page.getByText('Loading', { exact: true }).first().waitFor({ state: 'detached' });
    expect(await seriousFindings(visitor.page)).toEqual([]);
    const overflow = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }

  it('the login, with a refusal', async () => {
    await visitor.open();
    await visitor.heading('Log in').waitFor();
    await expectGood();
    await visitor.fillIn({ ...ADMIN, password: 'not the password' });
    await visitor.page.getByRole('alert').waitFor();
    await expectGood();
  });

  it('a document, under way and done', async () => {
    await visitor.logIn(ADMIN);
    const release = gateway.microservices.hold('ocr_extractor', 'POST /ocr');
    await visitor.chooseFile('cedula-1-scan.jpg');
    await visitor.button('Cancel').waitFor();
    await expectGood();
    release();
    await visitor.heading('Fields').waitFor();
    await expectGood();
  });

  it.each(PAGES)('/console/%s', async (path) => {
    await visitor.open(path);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await expectGood();
  });

  it('would not go unnoticed if it were bad', async () => {
    await visitor.page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('button'));
    });
    expect(await seriousFindings(visitor.page)).not.toEqual([]);
  });
});
