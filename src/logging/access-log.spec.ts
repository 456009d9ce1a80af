import { once } from 'node:events';
import { type Server, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type RequestHandler } from 'express';

import { Timings } from '../common/timing/index.js';
import { loadConfig } from '../config/index.js';
import { accessLog } from './access-log.js';
import { createLogger } from './create-logger.js';
import { LogLevels } from './log-levels.js';

const TRACE = 'a'.repeat(32);

let server: Server;
let url: string;
let held: PromiseWithResolvers<void>;
let line: PromiseWithResolvers<Record<string, unknown>>;

beforeAll(async () => {
  const { logging, runtime } = loadConfig({ env: {} });
  const config = { logging, runtime: { ...runtime, testing: false, log_level: 'INFO' as const } };
  const accessLogger = createLogger(config, {
    write(text) {
      line.resolve(JSON.parse(text) as Record<string, unknown>);
    },
  });
  const attachContext: RequestHandler = (request, _response, next) => {
    request.context = {
      requestId: 'request-1',
      traceparent: `00-${TRACE}-${'b'.repeat(16)}-01`,
      tracestate: undefined,
      startedAt: performance.now(),
      deadlineAt: performance.now() + 1000,
      signal: new AbortController().signal,
      upstream: { calls: 0, brokeOff: false },
      timings: new Timings(),
    };
    next();
  };
  const app = express()
    .use(attachContext, accessLog({ accessLogger, levels: new LogLevels(config) }))
    .post('/things/:id', (request, response) => {
      request.principal = {
        userId: 'user-1',
        role: 'user',
        scopes: new Set<never>(),
        credential: { kind: 'access_token', tokenId: 'token-1', sessionId: 's' },
      };
      request.context!.upstream.calls = 3;
      response.status(201).json({ ok: true });
    })
    .get('/hold', () => {
      held.resolve();
    });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  held = Promise.withResolvers();
  line = Promise.withResolvers();
});

afterAll(() => {
  server.close().closeAllConnections();
});

describe('accessLog', () => {
  it('writes the documented fields, and neither path, query nor credentials', async () => {
    await fetch(`${url}/things/42?token=secret`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', cookie: 'a=secret' },
    });
    const written = await line.promise;
    expect(written).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId: 'request-1',
      traceId: TRACE,
      method: 'POST',
      route: '/things/:id',
      status: 201,
      ms: expect.any(Number),
      bytes: '{"ok":true}'.length,
      userId: 'user-1',
      upstreamCalls: 3,
      remoteAddress: '127.0.0.1',
      msg: 'request',
    });
  });

  it('calls a path without a route unmatched', async () => {
    const response = await fetch(`${url}/..%2f..%2fetc/passwd`);
    await response.text();
    expect(await line.promise).toMatchObject({ route: 'unmatched', status: 404, upstreamCalls: 0 });
  });

  it('writes 499 and no bytes when the client hung up', async () => {
    const call = httpRequest(`${url}/hold`).on('error', () => undefined);
    call.end();
    await held.promise;
    call.destroy();
    expect(await line.promise).toMatchObject({ route: '/hold', status: 499, bytes: 0 });
  });
});
