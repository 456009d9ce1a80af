/**
 * The pictures of the README, from the running product: `npm run screenshots`. Needs Chromium, as the tests do.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import sharp from 'sharp';

import { startPlatform } from '../../examples/demo/platform.ts';
import { Processes } from '../../examples/demo/processes.ts';
import { findChromium, launchChromium } from '../../test/support/browser/chromium.ts';
import { Visitor, type VisitorOptions } from '../../test/support/browser/visitor.ts';

const MAX_BYTES = 300_000;
const QUALITY = 80;
const DOCUMENTS = ['ficha-1-scan.png', 'pasaporte-2-photo.jpg', 'cedula-1-scan.jpg', 'cedula-2-photo.jpg'];
const DESK = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: 'dark' } as const;

const account = { email: 'ana@iris.example.com', password: randomBytes(12).toString('base64url') };
const processes = new Processes();
const dataDir = await mkdtemp(join(tmpdir(), 'iris-pictures-'));
try {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('There are no pictures without Chromium.');
  const { url = '' } = await startPlatform(processes, { dataDir, account });
  const browser = await launchChromium(chromium);
  await takeAll(browser, url);
  await browser.close();
} finally {
  await processes.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  const desk = await enter(browser, { url, ...DESK });
  for (const name of DOCUMENTS) await processDocument(desk, name);
  await take(desk, 'document');
  await desk.open('services');
  await desk.page.getByRole('region', { name: 'OCR and extraction' }).waitFor();
  await take(desk, 'services');
  const phone = await enter(browser, { url, ...PHONE });
  await phone.page.getByRole('link', { name: /cedula-2-photo/ }).click();
  await phone.heading('Fields').waitFor();
  await take(phone, 'phone');
}

async function enter(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, options);
  await visitor.logIn(account);
  return visitor;
}

async function processDocument(visitor: Visitor, name: string): Promise<void> {
  await visitor.chooseFile(name);
  await visitor.heading(name).waitFor();
  await visitor.heading('Fields').waitFor();
  await visitor.page.getByRole('img', { name: /^The document after/ }).waitFor();
}

async function take(visitor: Visitor, name: string): Promise<void> {
  const picture = await sharp(await visitor.page.screenshot())
    .webp({ quality: QUALITY })
    .toBuffer();
  if (picture.length > MAX_BYTES) throw new Error(`${name} has ${picture.length} bytes`);
  await writeFile(new URL(`${name}.webp`, import.meta.url), picture);
}
