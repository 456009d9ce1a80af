import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SERIOUS = new Set(['serious', 'critical']);

declare const axe: { run(options: object): Promise<AxeResults> };

/** What axe finds that keeps people from using the page: the rule, and where. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // By the debugger, which the Content-Security-Policy does not bind.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => SERIOUS.has(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
