import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';

import { findSoftware } from '../servers/binaries.ts';

const PROGRAM = 'chromium';

/** The path of Chromium, which is installed if need be and possible. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folder = findSoftware({ programs: [PROGRAM], aptPackage: PROGRAM, brewFormula: PROGRAM });
  if (folder !== undefined) return join(folder, PROGRAM);
  const how = 'Install it (Debian: chromium), or say by CHROMIUM_PATH where it is.';
  if (process.env.CI) throw new Error(`Chromium is missing. ${how}`);
  process.stderr.write(`tests: Chromium is missing, so that nothing is tried in a browser. ${how}\n`);
  return undefined;
}

/** Without a window, with a profile of its own, and without calls to anybody but the page's own server. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Nobody but root needs it, and nothing is visited but our own pages.
      '--no-sandbox',
    ],
  });
}
