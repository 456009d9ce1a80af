import { once } from 'node:events';
import { type IncomingMessage, type Server, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

import { sampleDocument } from '../../../../test/support/documents.js';
import { makeZip } from '../../../../test/support/zip.js';
import { toAppError } from '../../../common/errors/index.js';
import { loadConfig } from '../../../config/index.js';
import { BatchUploadPipe } from './batch-upload.pipe.js';

const JPEG = sampleDocument('cedula-1-scan.jpg');
const MAX_DOCUMENT_BYTES = JPEG.length;
const MAX_BATCH_BYTES = 10 * MAX_DOCUMENT_BYTES;
const FORM = { 'content-type': 'multipart/form-data; boundary=b' };
const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n';
const PART_OF_ZIP = `${PART}PK\x03\x04`;

let server: Server;
let url: string;

beforeAll(async () => {
  const { processing, jobs } = loadConfig({ env: {} });
  const pipe = new BatchUploadPipe(
    { ...processing, max_document_bytes: MAX_DOCUMENT_BYTES },
    { ...jobs, max_batch_documents: 5, max_batch_bytes: MAX_BATCH_BYTES },
  );
  const read: RequestHandler = async (request, response) => {
    const { documents, refused, parameters } = await pipe.transform({ request, response });
    response.json({
      documents: documents.map(({ fileName, document: { bytes } }) => [fileName, bytes.equals(JPEG)]),
      refused,
      parameters,
    });
  };
  const answer: ErrorRequestHandler = (thrown, _request, response, _next) => {
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

type File = readonly [field: string, bytes: Buffer, fileName: string];

async function post(...files: readonly File[]): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.set('language', 'es');
  for (const [field, bytes, fileName] of files) form.append(field, new Blob([Buffer.from(bytes)]), fileName);
  return send(form);
}

async function send(body: BodyInit, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) });
  return { ...((await response.json()) as object), status: response.status };
}

describe('BatchUploadPipe', () => {
  it('takes many documents and archives, under the names that clients use', async () => {
    const zip = makeZip([
      { name: 'scans/c.jpg', content: JPEG },
      { name: 'scans/d.txt', content: Buffer.from('text') },
    ]);
    const answer = await post(
      ['file', JPEG, 'a.jpg'],
      ['files', JPEG, '../b.jpg'],
      ['files[]', zip, 'x.zip'],
    );
    expect(answer).toEqual({
      status: 200,
      documents: [
        ['a.jpg', true],
        ['b.jpg', true],
        ['c.jpg', true],
      ],
      refused: [
        {
          fileName: 'd.txt',
          code: 'DOCUMENT_TYPE_UNSUPPORTED',
          detail: 'Its first bytes are not those of a JPEG, PNG, TIFF, WebP or PDF.',
        },
      ],
      parameters: { language: 'es' },
    });
  });

  it('keeps files apart that arrive in one piece', async () => {
    const answer = await post(
      ['file', Buffer.from('one'), '1'],
      ['file', JPEG, '2'],
      ['file', Buffer.from('three'), '3'],
    );
    expect(answer).toMatchObject({
      documents: [['2', true]],
      refused: [
        { fileName: '1', code: 'DOCUMENT_TYPE_UNSUPPORTED' },
        { fileName: '3', code: 'DOCUMENT_TYPE_UNSUPPORTED' },
      ],
    });
  });

  it('takes an archive that is larger than a document may be', async () => {
    const entry = { content: JPEG, method: 0 };
    const zip = makeZip([
      { name: 'a.jpg', ...entry },
      { name: 'b.jpg', ...entry },
    ]);
    expect(await post(['file', zip, 'x.zip'])).toMatchObject({
      documents: [
        ['a.jpg', true],
        ['b.jpg', true],
      ],
      refused: [],
    });
  });

  it('refuses a document that is too large, and keeps the bytes of the others apart from it', async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(2 * MAX_DOCUMENT_BYTES)]);
    expect(await post(['file', JPEG, 'a'], ['file', large, 'b'], ['file', JPEG, 'c'])).toMatchObject({
      documents: [
        ['a', true],
        ['c', true],
      ],
      refused: [{ fileName: 'b', code: 'PAYLOAD_TOO_LARGE' }],
    });
  });

  it.each<[string, File[], object]>([
    [
      'no document',
      [],
      { status: 422, errors: [{ pointer: '/file', detail: 'at least one document is required' }] },
    ],
    ['an empty archive', [['file', makeZip([]), 'x.zip']], { status: 422, code: 'VALIDATION_FAILED' }],
    ['a file of another name', [['image', JPEG, 'a']], { status: 422, errors: [{ pointer: '/image' }] }],
    ['half an archive', [['file', makeZip([{ name: 'a', content: JPEG }]).subarray(0, 100), 'x.zip']], { status: 422, code: 'ARCHIVE_UNREADABLE' }], // prettier-ignore
    ['a document too many', Array.from({ length: 6 }, () => ['file', JPEG, 'a']), { status: 413, code: 'BATCH_TOO_MANY_DOCUMENTS', limit: 5, actual: 6 }], // prettier-ignore
    ['too many bytes', [['file', Buffer.concat([makeZip([]), Buffer.alloc(MAX_BATCH_BYTES)]), 'x.zip']], { status: 413, code: 'PAYLOAD_TOO_LARGE', limit: MAX_BATCH_BYTES }], // prettier-ignore
  ])('%s › refuses all of it', async (_what, files, problem) => {
    expect(await post(...files)).toMatchObject(problem);
  });

  it.each([
    ['JSON', '{}', { 'content-type': 'application/json' }, 415],
    ['a form that is cut off', `${PART}abc`, FORM, 400],
  ])('%s › %#', async (_what, body, headers, status) => {
    expect((await send(body, headers)).status).toBe(status);
  });

  it.each([
    ['a size is announced', { 'content-length': '1000000000' }, []],
    ['too much has come', {}, [PART_OF_ZIP, Buffer.alloc(MAX_BATCH_BYTES)]],
  ])('refuses too many bytes while the rest has not come, as soon as %s', async (_what, headers, chunks) => {
    const call = httpRequest(url, { method: 'POST', headers: { ...FORM, ...headers } });
    call.on('error', () => undefined).flushHeaders();
    for (const chunk of chunks) call.write(chunk);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    call.destroy();
  });
});
