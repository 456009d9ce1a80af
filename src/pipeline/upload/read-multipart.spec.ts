import { once } from 'node:events';
import { type IncomingMessage, type Server, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

import { toAppError } from '../../common/errors/index.js';
import { readMultipart } from './read-multipart.js';

const LIMIT = 100_000;
const FORM = { 'content-type': 'multipart/form-data; boundary=b' };

let server: Server;
let url: string;
let failed = Promise.withResolvers<unknown>();

beforeAll(async () => {
  const read: RequestHandler = async (request, response) => {
    const { document, parameters } = await readMultipart(request, LIMIT);
    response.json({ bytes: document?.bytes.toString('latin1'), fileName: document?.fileName, parameters });
  };
  const answer: ErrorRequestHandler = (thrown, _request, response, _next) => {
    failed.resolve(thrown);
    const { status, code, extensions } = toAppError(thrown);
    response.status(status).json({ code, ...extensions });
  };
  server = express().use(read).use(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close().closeAllConnections();
});

async function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) });
  const answer = (await response.json()) as Record<string, unknown>;
  return { ...answer, status: response.status };
}

function part(disposition: string, value: string): string {
  return `--b\r\nContent-Disposition: form-data${disposition}\r\n\r\n${value}\r\n`;
}

const file = (value: string): string => part('; name="file"; filename="x.jpg"', value);
const field = (name: string, value: string): string => part(`; name="${name}"`, value);
const form = (...parts: readonly string[]): string => `${parts.join('')}--b--\r\n`;

describe('readMultipart', () => {
  it('gives the document byte for byte, and the fields', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const body = new FormData();
    body.set('language', 'es');
    body.set('file', new Blob([bytes]), 'ñandú.jpg');
    expect(await post(body)).toEqual({
      status: 200,
      bytes: bytes.toString('latin1'),
      fileName: 'ñandú.jpg',
      parameters: { language: 'es' },
    });
  });

  it.each([
    ['the older name of the part', form(part('; name="image"; filename="x"', 'abc')), 'abc', {}],
    ['a part without a file name, but of bytes', form('--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\nabc\r\n'), 'abc', {}], // prettier-ignore
    ['a file of no bytes', form(file('')), '', {}],
    ['no file', form(field('language', 'es')), undefined, { language: 'es' }],
    ['no part at all', '--b--\r\n', undefined, {}],
    ['text before and after the form', `preamble\r\n${form(file('abc'))}epilogue`, 'abc', {}],
    ['a boundary inside the document', form(file('a--b\n--b\r\n-b')), 'a--b\n--b\r\n-b', {}],
    ['a prototype key', form(field('__proto__', 'x')), undefined, JSON.parse('{"__proto__":"x"}')],
  ])('%s › %#', async (_what, body, bytes, parameters: unknown) => {
    const answer = await post(body, FORM);
    expect(answer).toMatchObject({ status: 200, ...(bytes !== undefined && { bytes }) });
    expect(JSON.stringify(answer.parameters)).toBe(JSON.stringify(parameters));
  });

  it.each([
    ['nothing', ''],
    ['no form', 'certainly not a form'],
    ['another boundary', form(file('abc')).replaceAll('--b', '--c')],
    ['a part without a name', form(part('', 'x'))],
    ['a file without a name', form(part('; filename="x"', 'x'))],
    ['one malformed part header', form('--b\r\nno header\r\n\r\nx\r\n')],
    ['many malformed part headers', form('--b\r\nno header\r\n\r\nx\r\n'.repeat(3))],
    ['a malformed part behind a good one', form(file('abc'), '--b\r\n\r\nx\r\n')],
    ['a part header without end', `--b\r\nX: ${'x'.repeat(20_000)}`],
  ])('%s › 400', async (_what, body) => {
    expect(await post(body, FORM)).toEqual({ status: 400, code: 'REQUEST_MALFORMED' });
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary'])(
    '%s › 400',
    async (type) => {
      expect((await post(form(file('abc')), { 'content-type': type })).status).toBe(400);
    },
  );

  it.each([
    ['two files', form(file('a'), file('b')), '/file', 'exactly one document is accepted'],
    ['a file and an image', form(file('a'), part('; name="image"; filename="y"', 'b')), '/image', 'exactly one document is accepted'], // prettier-ignore
    ['a file of another name', form(part('; name="scan/1"; filename="x"', 'a')), '/scan~11', 'is not a file field; the document goes into `file`'], // prettier-ignore
    ['a repeated field', form(field('language', 'es'), field('language', 'en')), '/language', 'is given more than once'], // prettier-ignore
    ['a field over 64 KB', form(field('config', 'x'.repeat(65_537))), '/config', 'at most 65536 bytes are accepted'], // prettier-ignore
    ['33 fields', form(...Array.from({ length: 33 }, (_, i) => field(`f${i}`, ''))), '', 'at most 32 fields are accepted'], // prettier-ignore
  ])('%s › 422 with a pointer', async (_what, body, pointer, detail) => {
    expect(await post(body, FORM)).toEqual({
      status: 422,
      code: 'VALIDATION_FAILED',
      errors: [{ pointer, detail }],
    });
  });

  it('takes 32 fields, and one of exactly 64 KB', async () => {
    const fields = Array.from({ length: 31 }, (_, index) => field(`f${index}`, ''));
    expect((await post(form(...fields, field('config', 'x'.repeat(65_536))), FORM)).status).toBe(200);
  });

  it('answers 400 wherever the form is cut off, and never waits', async () => {
    const whole = form(field('language', 'es'), file('a small document'), field('config', '{}'));
    for (let length = 0; length < whole.length - 4; length += 10) {
      expect([length, (await post(whole.slice(0, length), FORM)).status]).toEqual([length, 400]);
    }
  });
});

describe('readMultipart › limits', () => {
  /** Sends the start of a body and waits for the answer, while the rest never comes. */
  async function answerTo(headers: Record<string, string>, ...chunks: readonly string[]): Promise<unknown> {
    const call = httpRequest(url, { method: 'POST', headers: { ...FORM, ...headers } });
    call.on('error', () => undefined).flushHeaders();
    for (const chunk of chunks) call.write(chunk);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const answer: unknown = JSON.parse(Buffer.concat(await response.toArray()).toString());
    call.destroy();
    return answer;
  }

  it('takes a document of exactly the limit, and refuses one byte more', async () => {
    expect((await post(form(file('x'.repeat(LIMIT))), FORM)).status).toBe(200);
    expect(await post(form(file('x'.repeat(LIMIT + 1))), FORM)).toMatchObject({ status: 413, limit: LIMIT });
  });

  it('refuses an announced size before it reads', async () => {
    expect(await answerTo({ 'content-length': '50000000' })).toEqual({
      code: 'PAYLOAD_TOO_LARGE',
      limit: LIMIT,
      actual: 50_000_000,
    });
  });

  it('refuses a chunked document as soon as it is over', async () => {
    const start = file('x'.repeat(LIMIT + 1)).slice(0, -2);
    expect(await answerTo({}, start)).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', limit: LIMIT });
  });

  it.each([
    ['before the first part', ''],
    ['in a part that nobody reads', '--b\r\nX-Other: 1\r\n\r\n'],
    ['behind the last part', form(file('abc'))],
  ])('refuses endless bytes %s', async (_what, start) => {
    const answer = await answerTo({}, start, 'x'.repeat(2_000_000));
    expect(answer).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', limit: LIMIT });
  });

  it('ends when the client hangs up', async () => {
    failed = Promise.withResolvers();
    const arrived = once(server, 'request');
    const call = httpRequest(url, { method: 'POST', headers: { ...FORM, 'content-length': '5000' } });
    call.on('error', () => undefined).write(file('half').slice(0, -2));
    await arrived;
    call.destroy();
    expect(await failed.promise).toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  });
});
