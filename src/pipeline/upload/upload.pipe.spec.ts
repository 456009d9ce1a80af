import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

import { toAppError } from '../../common/errors/index.js';
import { loadConfig } from '../../config/index.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { UploadPipe } from './upload.pipe.js';

const document = readFileSync(new URL('../../../examples/documents/cedula-1-scan.jpg', import.meta.url));
const base64 = document.toString('base64');

let server: Server;
let port: number;

beforeAll(async () => {
  const limits = {
    ...loadConfig({ env: {} }).processing,
    max_document_bytes: document.length,
    max_training_bytes: 100,
  };
  const uploads = new UploadPipe(limits);
  const readUpload: RequestHandler = async (request, response) => {
    const upload = await uploads.transform({ request, response });
    const { fileName, parameters } = upload;
    const { mediaType, bytes } = upload.document;
    response.json({ mediaType, whole: bytes.equals(document), fileName, parameters });
  };
  const jsonBodies = new JsonBodyPipe(limits);
  const readJson: RequestHandler = async (request, response) => {
    response.json(await jsonBodies.transform({ request, response }));
  };
  const answer: ErrorRequestHandler = (thrown, _request, response, _next) => {
    const { status, code, extensions } = toAppError(thrown);
    response.status(status).json({ code, ...extensions });
  };
  server = express().post('/upload', readUpload).post('/json', readJson).use(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.close().closeAllConnections();
});

async function post(
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  const answer = (await response.json()) as Record<string, unknown>;
  return { ...answer, status: response.status };
}

function postJson(path: string, body: unknown): Promise<Record<string, unknown>> {
  return post(path, JSON.stringify(body), { 'content-type': 'application/json' });
}

/** What `fetch` does not send: a POST without a body and without a length. */
async function statusWithoutBody(path: string, contentType: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${contentType}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return answer.toString('latin1', 9, 12);
}

describe('UploadPipe', () => {
  it.each(['file', 'image'])('takes a form with the part %s', async (name) => {
    const form = new FormData();
    form.set(name, new Blob([document], { type: 'text/plain' }), 'C:\\malware.exe');
    form.set('language', 'es');
    expect(await post('/upload', form)).toEqual({
      status: 200,
      mediaType: 'image/jpeg',
      whole: true,
      fileName: 'malware.exe',
      parameters: { language: 'es' },
    });
  });

  it.each([
    ['file', base64],
    ['image', base64],
    ['file', `data:image/png;base64,${base64}`],
  ])('takes base64 under %s', async (name, text) => {
    expect(await postJson('/upload', { [name]: text, language: 'es' })).toEqual({
      status: 200,
      mediaType: 'image/jpeg',
      whole: true,
      fileName: null,
      parameters: { language: 'es' },
    });
  });

  it.each([
    ['no document', {}, '/file', 'is required'],
    ['a document that is no text', { file: [1, 2] }, '/file', 'must be a base64 string'],
    ['null', { image: null }, '/image', 'must be a base64 string'],
    ['what is not base64', { image: '*' }, '/image', 'is not base64'],
    ['an array', [base64], '', 'must be a JSON object'],
  ])('%s › 422 with a pointer', async (_what, body, pointer, detail) => {
    expect(await postJson('/upload', body)).toMatchObject({ status: 422, errors: [{ pointer, detail }] });
  });

  it('leaves a second document among the parameters, where it is an unknown field', async () => {
    const { parameters } = await postJson('/upload', { image: base64, file: 'AAAA' });
    expect(Object.keys(parameters as object)).toHaveLength(1);
  });

  it.each([
    ['a document of no bytes', { file: '' }, 400, 'DOCUMENT_EMPTY'],
    ['text', { file: 'aGVsbG8gd29ybGQ=' }, 415, 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a byte over the limit', { file: Buffer.concat([document, Buffer.alloc(1)]).toString('base64') }, 413, 'PAYLOAD_TOO_LARGE'], // prettier-ignore
  ])('%s in base64 › %#', async (_what, body, status, code) => {
    expect(await postJson('/upload', body)).toMatchObject({ status, code });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/mixed; boundary=b', 'nonsense'])(
    '%s › 415',
    async (type) => {
      expect(await post('/upload', 'x', { 'content-type': type })).toMatchObject({
        status: 415,
        accepted: ['multipart/form-data', 'application/json'],
      });
    },
  );

  it.each(['multipart/form-data; boundary=b', 'application/json'])(
    '%s without a body › 400',
    async (type) => {
      expect(await statusWithoutBody('/upload', type)).toBe('400');
    },
  );
});

describe('JsonBodyPipe', () => {
  it('gives the body', async () => {
    expect(await postJson('/json', { embeddings: [] })).toEqual({ status: 200, embeddings: [] });
  });

  it('has the limit of a training set', async () => {
    expect(await postJson('/json', 'x'.repeat(100))).toMatchObject({ status: 413, limit: 100 });
  });

  it('takes nothing but JSON', async () => {
    expect(await post('/json', '{}', { 'content-type': 'text/json' })).toMatchObject({ status: 415 });
    expect(await statusWithoutBody('/json', 'application/json')).toBe('400');
  });
});
