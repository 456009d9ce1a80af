import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { errorCodes } from '../../src/error-pages/index.js';
import { TestGateway } from '../support/gateway.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start();
});

afterAll(() => gateway.stop());

describe('GET /errors/{code}', () => {
  it('is where the type of a problem leads to, under /v1 too', async () => {
    for (const path of ['/jobs/job_1', '/v1/jobs/job_1']) {
      const problem = (await (await gateway.fetch(path)).json()) as { type: string; title: string };
      const response = await gateway.fetch(problem.type);
      expect(await response.json()).toMatchObject({ code: 'AUTHENTICATION_REQUIRED', title: problem.title });
    }
    expect((await gateway.fetch('/v1/errors/JOB_NOT_FOUND')).status).toBe(200);
  });

  it.each(errorCodes())('%s › has a page without inline script or style', async (code) => {
    const response = await gateway.fetch(`/errors/${code}`, { headers: BROWSER });
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain(`<code>${code}</code>`);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|undefined/);
  });

  it('is kept long, apart for browsers and programs', async () => {
    const { headers } = await gateway.fetch('/errors/JOB_NOT_FOUND');
    expect(headers.get('cache-control')).toBe('public, max-age=86400');
    expect(headers.get('vary')).toMatch(/Accept/);
    expect(headers.get('x-rate-limit-limit')).toBeNull();
  });

  it.each([[{}], [{ accept: '*/*' }], [{ accept: 'application/json' }], [{ accept: 'application/xml' }]])(
    'answers JSON to %j',
    async (headers) => {
      const response = await gateway.fetch('/errors/PAYLOAD_TOO_LARGE', { headers });
      expect(await response.json()).toMatchObject({
        statuses: [413],
        retryable: false,
        members: [{ name: 'limit' }, { name: 'actual' }],
      });
    },
  );

  it.each(['NO_SUCH_CODE', 'job_not_found', 'constructor', '%3Cscript%3E'])(
    '%s › 404 ERROR_CODE_UNKNOWN, for browsers too',
    async (code) => {
      const response = await gateway.fetch(`/errors/${code}`, { headers: BROWSER });
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ code: 'ERROR_CODE_UNKNOWN' });
    },
  );
});

describe('GET /errors', () => {
  it('lists all of them, each with a link that works', async () => {
    const page = await (await gateway.fetch('/errors', { headers: BROWSER })).text();
    const links = [...page.matchAll(/href="(\/errors\/\w+)"/g)].map(([, link = '']) => link);
    expect(links.sort()).toEqual(
      errorCodes()
        .map((code) => `/errors/${code}`)
        .sort(),
    );
    const { errors } = (await (await gateway.fetch('/errors')).json()) as { errors: { type: string }[] };
    expect(errors.map(({ type }) => type).sort()).toEqual(links);
  });

  it('has its style from the gateway', async () => {
    const response = await gateway.fetch('/docs/errors.css');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});
