import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';

import { loadConfig } from '../config/index.js';
import { cors } from './cors.js';

const IRIS = 'https://iris.example.com';
const SEED = loadConfig({
  env: { CORS_ORIGINS: `["http://localhost:3000", "${IRIS}"]` },
}).cors;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function send(headers: Record<string, string>, { method = 'GET', config = SEED } = {}) {
  const app = express()
    .use(cors(config))
    .use((_request, response) => response.sendStatus(401));
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/process`, { method, headers });
}

function corsHeaders({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));
}

describe('cors › an answer', () => {
  it('carries origin, credentials and exposed headers for an allowed origin, on errors too', async () => {
    const response = await send({ origin: IRIS });
    expect(response.status).toBe(401);
    expect(corsHeaders(response)).toEqual({
      'access-control-allow-origin': IRIS,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'X-Request-ID, X-Processing-Time, X-Rate-Limit-Remaining',
    });
  });

  it.each([
    ['ours as a prefix', 'https://iris.example.com.evil.org'],
    ['ours as a suffix', 'https://evil-iris.example.com'],
    ['a name below ours', 'https://a.iris.example.com'],
    ['http for https', 'http://iris.example.com'],
    ['another port', 'https://iris.example.com:8443'],
    ['capitals, which no browser sends', 'https://IRIS.example.com'],
    ['a slash at the end', 'https://iris.example.com/'],
    ['a user', 'https://iris.example.com@evil.org'],
    ['an opaque origin', 'null'],
    ['a star', '*'],
    ['two origins', `${IRIS}, https://evil.org`],
  ])('carries nothing for %s', async (_what, origin) => {
    expect(corsHeaders(await send({ origin }))).toEqual({});
  });

  it.each([
    ['an allowed origin', { origin: IRIS }],
    ['another origin', { origin: 'https://evil.org' }],
    ['no origin', {}],
  ])('varies by origin for %s', async (_what, headers: Record<string, string>) => {
    expect((await send(headers)).headers.get('vary')).toBe('Origin');
  });

  it('carries no credentials where they are not allowed', async () => {
    const response = await send({ origin: IRIS }, { config: { ...SEED, allow_credentials: false } });
    expect(corsHeaders(response)).toMatchObject({ 'access-control-allow-origin': IRIS });
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });
});

describe('cors › any origin', () => {
  const config = { ...SEED, allow_origins: ['*'] };

  it('is reflected, because browsers refuse a star with credentials', async () => {
    const { headers } = await send({ origin: 'https://anyone.example.org' }, { config });
    expect(headers.get('access-control-allow-origin')).toBe('https://anyone.example.org');
    expect(headers.get('vary')).toBe('Origin');
  });

  it('does not mean an opaque one', async () => {
    expect(corsHeaders(await send({ origin: 'null' }, { config }))).toEqual({});
  });
});

describe('cors › a preflight', () => {
  const ask = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it('is answered with 204 and what the seed page allows, nothing else', async () => {
    const response = await send({ origin: IRIS, ...ask }, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(corsHeaders(response)).toEqual({
      'access-control-allow-origin': IRIS,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
      'access-control-allow-headers': 'Authorization, Content-Type, X-Request-ID, X-API-Key',
      'access-control-max-age': '86400',
    });
    expect(response.headers.get('vary')).toBe(
      'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    );
  });

  it('of another origin gets 204 and no permission', async () => {
    const response = await send({ origin: 'https://evil.org', ...ask }, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(corsHeaders(response)).toEqual({});
  });

  it('is no plain OPTIONS, and no other method', async () => {
    expect((await send({ origin: IRIS }, { method: 'OPTIONS' })).status).toBe(401);
    expect((await send({ origin: IRIS, ...ask }, { method: 'POST' })).status).toBe(401);
  });
});
