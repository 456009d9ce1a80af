import { readFile } from 'node:fs/promises';

import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';

import { HttpError } from '../../examples/microservices/shared/http-error.ts';
import type { Account, ConsoleGateway } from '../support/browser/console-gateway.js';
import { ConsoleSite } from '../support/browser/console-site.js';
import { describeInBrowser } from '../support/browser/describe-in-browser.js';
import type { Visitor } from '../support/browser/visitor.js';

jest.setTimeout(90_000);

describeInBrowser('documents in the console', () => {
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
    // As it came, so that there is something to be seen.
    gateway.microservices.on('image_processor', 'POST /process', async (request) => ({
      ...(await gateway.microservices.normal('image_processor', 'POST /process', request)),
      corrected_image: request.file?.toString('base64'),
    }));
    await visitor.logIn(account);
  });
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    await gateway.microservices.reset();
  });

  it('one that is chosen › its fields, image, text and steps; its JSON to be saved', async () => {
    const { page } = visitor;
    await visitor.chooseFile('cedula-2-photo.jpg');
    const fields = page.getByRole('table', { name: 'Fields' });
    await fields.getByRole('row', { name: /Given names VALENTINA .*90/ }).waitFor();
    const image = page.getByRole('img', { name: 'The document after it was straightened and improved' });
    await image.waitFor();
    expect(await image.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    await page.getByText('NOMBRES VALENTINA').waitFor();
    const steps = page.getByRole('table', { name: 'Steps' });
    for (const step of ['Prepare image', 'Embed', 'Classify', 'Read text', 'Extract fields']) {
      await steps.getByRole('row', { name: new RegExp(`^${step}\\s*Done.*\\d m?s$`) }).waitFor();
    }

    const download = page.waitForEvent('download');
    await visitor.button('Download JSON').click();
    const result = JSON.parse(await readFile(await (await download).path(), 'utf8')) as object;
    expect(result).toMatchObject({ final_result: { extracted_data: { nombres: 'VALENTINA' } } });
  });

  it('many that are dropped › all of them done', async () => {
    const { page } = visitor;
    const before = await page.getByRole('link', { name: /Done/ }).count();
    await visitor.drop(['cedula-1-scan.jpg', 'cedula-2-photo.jpg', 'pasaporte-1-skewed.jpg']);
    await page
      .getByRole('link', { name: /Done/ })
      .nth(before + 2)
      .waitFor();
  });

  it('one that is under way › its steps advance, and it can be cancelled', async () => {
    const { page } = visitor;
    const release = gateway.microservices.hold('ocr_extractor', 'POST /ocr');
    await visitor.chooseFile('pasaporte-2-photo.jpg');
    const steps = page.getByRole('table', { name: 'Steps' });
    await steps.getByRole('row', { name: /Classify\s*Done/ }).waitFor();
    await steps.getByRole('row', { name: /Read text\s*Under way/ }).waitFor();
    await visitor.button('Cancel').click();
    await page.getByRole('main').getByText('Cancelled').first().waitFor();
    expect(await visitor.button('Cancel').count()).toBe(0);
    release();
  });

  it('one that a microservice refuses › why, and in which step', async () => {
    const { page } = visitor;
    gateway.microservices.on('ocr_extractor', 'POST /ocr', () =>
      Promise.reject(new HttpError(422, 'NO_TEXT', 'there is no text anywhere')),
    );
    await visitor.chooseFile('pasaporte-1-skewed.jpg');
    const alert = page.getByRole('alert');
    await alert.getByText('The step “Read text” failed').waitFor();
    await alert.getByText('DOCUMENT_REJECTED').waitFor();
  });
});
