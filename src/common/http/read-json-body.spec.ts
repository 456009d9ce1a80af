import { once } from 'node:events';
import { type IncomingMessage, type Server, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

import { toAppError } from '../errors/index.js';
import { jsonBodyReader } from './read-json-body.js';

const LIMIT = 1000;
const JSON_TYPE = { 'content-type': 'application/json' };

let server: Server;
let url: string;
/** The error of the last request that failed. */
let failed: PromiseWithResolvers<unknown>;

beforeAll(async () => {
  const read = jsonBodyReader(LIMIT);
  const readBody: RequestHandler = async (request, response) => {
    await read(request, response);
    const body: unknown = request.body;
    response.json({ parsed: body !== undefined, body });
  };
  const answer: ErrorRequestHandler = (thrown, _request, response, _next) => {
    const { status, code, cause, extensions } = toAppError(thrown);
    failed.resolve(thrown);
    response.status(status).json({ code, cause: String(cause), ...extensions });
  };
  server = express().use(readBody).use(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  failed = Promise.withResolvers();
});

afterAll(() => {
  server.close().closeAllConnections();
});

async function post(
  body: BodyInit,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = (await response.json()) as Record<string, unknown>;
  return { ...answer, status: response.status };
}

function textOf(bytes: number): string {
  return JSON.stringify({ a: 'x'.repeat(bytes - '{"a":""}'.length) });
}

describe('jsonBodyReader', () => {
  it.each([
    ['an object', '{"a":[1,2]}', { a: [1, 2] }],
    ['exactly the limit', textOf(LIMIT), JSON.parse(textOf(LIMIT)) as unknown],
  ])('%s › is parsed', async (_what, text, body) => {
    expect(await post(text)).toEqual({ status: 200, parsed: true, body });
  });

  it('unpacks gzip', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect(await post(gzipSync('{"a":1}'), headers)).toMatchObject({ body: { a: 1 } });
  });

  it('keeps prototype keys as plain members', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"__proto__":{"admin":true}}',
    });
    expect(await response.text()).toContain('"body":{"__proto__":{"admin":true}}');
    expect('admin' in {}).toBe(false);
  });

  it('leaves another media type alone', async () => {
    expect(await post('{"a":1}', { 'content-type': 'text/plain' })).toEqual({ status: 200, parsed: false });
  });

  it.each([
    ['cut off', '{"a":'],
    ['two values', '{}{}'],
    ['a number', '5'],
    ['a comment', '{} // x'],
    ['a zero byte', '{"a":\u0000}'],
    ['brackets without end', '['.repeat(LIMIT)],
  ])('%s › 400 REQUEST_MALFORMED', async (_what, text) => {
    expect(await post(text)).toMatchObject({ status: 400, code: 'REQUEST_MALFORMED' });
  });

  it('keeps what the client wrote out of the error, because errors are logged', async () => {
    failed = Promise.withResolvers();
    const { cause } = await post('{"password":"hunter2"');
    expect(cause).toBe('undefined');
    const error = await failed.promise;
    expect(JSON.stringify([error, String(error)])).not.toContain('hunter2');
  });

  it.each([
    ['gzip that is none', { 'content-encoding': 'gzip' }, 400],
    ['an unknown encoding', { 'content-encoding': 'lzma' }, 415],
    ['two encodings', { 'content-encoding': 'gzip, br' }, 415],
    ['an unknown charset', { 'content-type': 'application/json; charset=utf-9' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
  ])('%s › %#', async (_what, headers, status) => {
    expect((await post('{"a":1}', { ...JSON_TYPE, ...headers })).status).toBe(status);
  });
});

describe('jsonBodyReader › a body beyond the limit', () => {
  it('is refused with limit and actual', async () => {
    expect(await post(textOf(LIMIT + 1))).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      limit: LIMIT,
      actual: LIMIT + 1,
    });
  });

  it('is refused when it unpacks to more', async () => {
    const bomb = gzipSync(Buffer.alloc(500_000, '['));
    expect(bomb.length).toBeLessThan(LIMIT);
    const answer = await post(bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 413, limit: LIMIT });
    expect(answer.actual).toBeGreaterThan(LIMIT);
  });

  it.each([
    ['its length is announced', { 'content-length': '5000000' }, ''],
    ['too much has come', { 'transfer-encoding': 'chunked' }, 'x'.repeat(LIMIT + 1)],
  ])('is refused while the rest has not come, as soon as %s', async (_what, headers, start) => {
    const call = httpRequest(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers } });
    call.on('error', () => undefined).flushHeaders();
    call.write(start);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    call.destroy();
  });
});

describe('jsonBodyReader › a client that hangs up', () => {
  it.each([['identity'], ['gzip']])('in the middle of a body (%s) › 499', async (encoding) => {
    failed = Promise.withResolvers();
    const arrived = once(server, 'request');
    const headers = { ...JSON_TYPE, 'content-length': '500', 'content-encoding': encoding };
    const call = httpRequest(url, { method: 'POST', headers }).on('error', () => undefined);
    call.write(encoding === 'gzip' ? gzipSync('{"a":1}').subarray(0, 12) : '{"a":');
    await arrived;
    call.destroy();
    expect(await failed.promise).toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  });
});
