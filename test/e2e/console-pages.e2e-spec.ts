import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TestGateway } from '../support/gateway.js';

const LIMIT = 5;
/** What a first visit may cost, in compressed bytes. */
const MAX_FIRST_LOAD_BYTES = 150_000;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start({ env: { IRIS__rate_limiting__default__limit: `${LIMIT}/hour` } });
});
afterAll(() => gateway.stop());

async function page(): Promise<string> {
  return (await gateway.fetch('/console/')).text();
}

function referencesOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
}

describe('the console, as it is built', () => {
  it('consists of files that are there, are kept by the browser and come compressed', async () => {
    const paths = referencesOf(await page());
    expect(paths.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
    let bytes = 0;
    for (const path of paths) {
      const { status, headers } = await gateway.fetch(path, { headers: { 'accept-encoding': 'br' } });
      const isHashed = path.startsWith('/console/assets/');
      expect([path, status, headers.get('cache-control'), headers.get('content-encoding')]).toEqual([
        path,
        200,
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'br',
      ]);
      bytes += Number(headers.get('content-length'));
    }
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(MAX_FIRST_LOAD_BYTES);
  });

  it('has nothing inline, which its Content-Security-Policy forbids', async () => {
    const html = await page();
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(html.replaceAll(/<script[^>]*src=[^>]*><\/script>/g, '')).not.toMatch(/<script/i);
  });

  it('costs nobody a call, however often it is opened', async () => {
    for (let n = 0; n < 2 * LIMIT; n += 1) {
      const { status, headers } = await gateway.fetch('/console/documents');
      expect([status, headers.get('x-rate-limit-limit')]).toEqual([200, null]);
    }
    const { status, headers } = await gateway.fetch('/auth/me');
    expect([status, headers.get('x-rate-limit-remaining')]).toEqual([401, String(LIMIT - 1)]);
  });
});
