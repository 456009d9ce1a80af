import { once } from 'node:events';
import { type Server, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type RequestHandler } from 'express';

import { type RequestContext, requestContext } from '../common/context/index.js';
import { loadConfig } from '../config/index.js';
import { attachRequestContext } from './request-context.middleware.js';
import { securityHeaders } from './security-headers.js';

const DEADLINE_MS = 5000;
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let server: Server;
let url: string;
let seen: PromiseWithResolvers<RequestContext>;
const answerUnlessHeld: RequestHandler = (request, response) => {
  seen.resolve(requestContext(request));
  if (request.path !== '/hold') response.sendStatus(404);
};

beforeAll(async () => {
  const app = express().use(
    attachRequestContext(DEADLINE_MS),
    securityHeaders(loadConfig({ env: {} }).security),
    answerUnlessHeld,
  );
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  seen = Promise.withResolvers();
});

afterAll(() => {
  server.close().closeAllConnections();
});

async function contextFor(headers: Record<string, string>): Promise<RequestContext> {
  await fetch(url, { headers });
  return seen.promise;
}

describe('attachRequestContext', () => {
  it('answers with the request id that it accepted', async () => {
    const response = await fetch(url, { headers: { 'x-request-id': 'mine-1' } });
    expect(response.headers.get('x-request-id')).toBe('mine-1');
    expect((await seen.promise).requestId).toBe('mine-1');
  });

  it('answers with one id when two were offered', async () => {
    const response = await fetch(url, {
      headers: [
        ['x-request-id', 'mine-1'],
        ['x-request-id', 'mine-2'],
      ],
    });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells the seconds that the answer took', async () => {
    expect((await fetch(url)).headers.get('x-processing-time')).toMatch(/^\d+\.\d{3}$/);
  });

  it('sets one deadline for the whole request', async () => {
    const { startedAt, deadlineAt } = await contextFor({});
    expect(deadlineAt - startedAt).toBeCloseTo(DEADLINE_MS, 3);
  });

  it.each([
    ['a list of 512 characters', 'a='.padEnd(512, 'x'), true],
    ['a list of 513 characters', 'a='.padEnd(513, 'x'), false],
  ])('tracestate › %s is passed on: %s', async (_what, tracestate, kept) => {
    const context = await contextFor({ traceparent: TRACEPARENT, tracestate });
    expect(context.tracestate).toBe(kept ? tracestate : undefined);
  });

  it('tracestate › is dropped with the trace that it belongs to', async () => {
    expect((await contextFor({ traceparent: 'broken', tracestate: 'a=1' })).tracestate).toBeUndefined();
    seen = Promise.withResolvers();
    expect((await contextFor({ tracestate: 'a=1' })).tracestate).toBeUndefined();
  });

  it('signal › aborts when the client hangs up', async () => {
    const call = httpRequest(`${url}/hold`).on('error', () => undefined);
    call.end();
    const { signal } = await seen.promise;
    expect(signal.aborted).toBe(false);
    call.destroy();
    await once(signal, 'abort');
    expect(signal.aborted).toBe(true);
  });

  it('signal › stays quiet when the answer went out', async () => {
    const call = httpRequest(url, { agent: false });
    call.end();
    const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream];
    await once(response.resume(), 'close');
    expect((await seen.promise).signal.aborted).toBe(false);
  });
});

describe('securityHeaders', () => {
  it('puts the headers of the seed page on every answer', async () => {
    const { headers, status } = await fetch(url);
    expect(status).toBe(404);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-xss-protection': '1; mode=block',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; script-src 'self'",
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'geolocation=(), microphone=(), camera=()',
    });
  });
});
