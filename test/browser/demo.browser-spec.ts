import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { launchChromium } from '../support/browser/chromium.js';
import { CHROMIUM, describeInBrowser } from '../support/browser/describe-in-browser.js';
import { Visitor } from '../support/browser/visitor.js';
import { waitFor } from '../support/wait-for.js';

const PATIENCE_MS = 120_000;
jest.setTimeout(2 * PATIENCE_MS);

const PRINTED = /Console\s+(?<url>\S+)\/console\/\s+Account\s+(?<email>\S+)\s+(?<password>\S+)/;
const DOCUMENTS = 9;

describeInBrowser('a stranger who runs `npm run demo`', () => {
  let browser: Browser;
  let demo: ChildProcess;
  let output = '';

  beforeAll(async () => {
    browser = await launchChromium(CHROMIUM);
    demo = spawn(process.execPath, ['examples/demo/main.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
    demo.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await waitFor(() => PRINTED.test(output), 'the demo prints where the console is', PATIENCE_MS);
  });
  afterAll(async () => {
    await browser.close();
    const ended = once(demo, 'exit');
    demo.kill('SIGTERM');
    await ended;
  });

  it('opens the printed URL, logs in, drops the folder with the samples, and sees the fields', async () => {
    const { url = '', email = '', password = '' } = PRINTED.exec(output)?.groups ?? {};
    const visitor = await Visitor.arrive(browser, { url });
    const { page } = visitor;
    await visitor.logIn({ email, password });
    await visitor.dropFolder(join(process.cwd(), 'examples/documents'));
    const done = page.getByRole('link', { name: /Done/ });
    await done.nth(DOCUMENTS - 1).waitFor({ timeout: PATIENCE_MS });
    expect(await page.getByRole('link', { name: /Failed|Waiting|Under way/ }).count()).toBe(0);
    await page.getByText('other files were left out', { exact: false }).waitFor();

    await page.getByRole('link', { name: /cedula-2-photo\.jpg/ }).click();
    const fields = page.getByRole('table', { name: 'Fields' });
    for (const row of [/RUN 15\.680\.242-5/, /Given names IGNACIO JOSÉ/, /Date of birth 1984-09-03/]) {
      await fields.getByRole('row', { name: row }).waitFor();
    }
    await page.getByRole('img', { name: 'The document after it was straightened and improved' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
