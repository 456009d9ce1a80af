import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VersioningType } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';

import { ProblemDetailsFilter } from '../../src/common/errors/index.js';
import { PageFiles } from '../../src/console/pages/page-files.js';
import { PagesController } from '../../src/console/pages/pages.controller.js';
import { PagesService } from '../../src/console/pages/pages.service.js';
import { temporaryFolder } from '../support/gateway-process.js';
import { rawRequest } from '../support/raw-request.js';

const INDEX = '<!doctype html><title>The console</title>';
const SCRIPT = `console.log(${JSON.stringify('a'.repeat(500))});`;
const SECRET = 'not for anybody';

const folder = temporaryFolder();
let app: NestExpressApplication;
let url: string;

async function serve(path: string): Promise<[NestExpressApplication, string]> {
  const module = await Test.createTestingModule({
    controllers: [PagesController],
    providers: [
      PagesService,
      { provide: PageFiles, useValue: new PageFiles(path) },
      { provide: APP_FILTER, useClass: ProblemDetailsFilter },
    ],
  }).compile();
  const created = module.createNestApplication<NestExpressApplication>();
  created.set('etag', false);
  created.enableVersioning({ type: VersioningType.URI });
  await created.listen(0, '127.0.0.1');
  return [created, await created.getUrl()];
}

beforeAll(async () => {
  const pages = join(folder.path, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  mkdirSync(join(pages, '.vite'));
  writeFileSync(join(folder.path, 'secret.txt'), SECRET);
  writeFileSync(join(pages, '.vite/manifest.json'), SECRET);
  writeFileSync(join(pages, 'index.html'), INDEX);
  writeFileSync(join(pages, 'index.html.br'), brotliCompressSync(INDEX));
  writeFileSync(join(pages, 'favicon.svg'), '<svg/>');
  writeFileSync(join(pages, 'assets/index-a1b2.js'), SCRIPT);
  writeFileSync(join(pages, 'assets/index-a1b2.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(pages, 'assets/index-a1b2.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(pages, 'assets/gone-c3d4.js'), SCRIPT);
  writeFileSync(join(pages, 'assets/gone-c3d4.js.br'), brotliCompressSync(SCRIPT));
  [app, url] = await serve(pages);
  rmSync(join(pages, 'assets/gone-c3d4.js.br'));
});

afterAll(async () => {
  await app.close();
  folder.remove();
});

/** The path and the headers as they are here: `fetch` has ideas of its own. */
async function get(path: string, headers = ''): Promise<{ status: number; text: string }> {
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;
  const { status, body } = await rawRequest(url, request);
  return { status, text: body };
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, url), { redirect: 'manual', ...init });
}

describe('GET /console', () => {
  it('leads to the folder', async () => {
    const response = await ask('/console');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/console/']);
  });
});

describe('GET /console/…', () => {
  it.each(['/console/', '/console/documents', '/console/documents/job_01', '/console/audit?actor=1'])(
    '%s is the page, which a browser asks for anew each time',
    async (path) => {
      const response = await ask(path);
      expect([response.status, await response.text()]).toEqual([200, INDEX]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const etag = response.headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      expect(await get(path, `If-None-Match: ${etag}\r\n`)).toEqual({ status: 304, text: '' });
    },
  );

  it('files with a hash in their names are kept for a year', async () => {
    const response = await ask('/console/assets/index-a1b2.js');
    expect([response.status, await response.text()]).toEqual([200, SCRIPT]);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('other files are not', async () => {
    const { headers } = await ask('/console/favicon.svg');
    expect([headers.get('content-type'), headers.get('cache-control'), headers.get('vary')]).toEqual([
      'image/svg+xml',
      'no-cache',
      null,
    ]);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', null],
    ['identity', null],
    ['', null],
  ])('“Accept-Encoding: %s” gets it as %s', async (accepted, encoding) => {
    const response = await ask('/console/assets/index-a1b2.js', { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(SCRIPT);
  });

  it('HEAD tells the same and sends nothing', async () => {
    const headers = { 'accept-encoding': 'br' };
    const [head, full] = [
      await ask('/console/', { method: 'HEAD', headers }),
      await ask('/console/', { headers }),
    ];
    for (const name of ['content-length', 'content-type', 'content-encoding', 'etag', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, full.headers.get(name)]);
      expect(head.headers.get(name)).not.toBeNull();
    }
    expect(await head.text()).toBe('');
  });

  it.each(['/console/assets/index-old.js', '/console/assets/', '/console/robots.txt', '/console/x/y.map'])(
    '%s, which is not there, is 404 and not the page',
    async (path) => {
      const response = await ask(path);
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { code: 'CONSOLE_FILE_NOT_FOUND' },
      ]);
    },
  );

  it('a file that has gone meanwhile is a problem like any other', async () => {
    const response = await ask('/console/assets/gone-c3d4.js', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'CONSOLE_FILE_NOT_FOUND' }]);
  });

  it.each([
    '/console/../secret.txt',
    '/console/..%2fsecret.txt',
    '/console/%2e%2e/secret.txt',
    '/console/assets/../../secret.txt',
    '/console/assets/..%5c..%5csecret.txt',
    '/console/....//secret.txt',
    '/console//etc/passwd',
    '/console/.vite/manifest.json',
    '/console/index.html%00.js',
    '/console/assets/index-a1b2.js.br/../../../secret.txt',
  ])('%s leads nowhere', async (path) => {
    const { status, text } = await get(path);
    expect([200, 404]).toContain(status);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('root:');
  });

  it('the compressed forms are no files of their own', async () => {
    expect((await ask('/console/assets/index-a1b2.js.br')).status).toBe(404);
  });

  it('other methods are refused', async () => {
    const response = await ask('/console/documents', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('without a build', () => {
  it.each(['nothing', 'pages/assets'])('%s › 404 that says what to do', async (path) => {
    const [bare, bareUrl] = await serve(join(folder.path, path));
    const response = await fetch(new URL('/console/', bareUrl));
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { code: 'CONSOLE_NOT_BUILT', detail: expect.stringContaining('npm run build:console') },
    ]);
    await bare.close();
  });
});
