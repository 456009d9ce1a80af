import { describe, expect, it } from '@jest/globals';

import { type ReplayableBody, jsonBody, multipartBody } from './bodies.js';

function send(body: ReplayableBody): Response {
  return new Response(new Uint8Array(Buffer.concat([...body.chunks()])), {
    headers: { 'content-type': body.contentType },
  });
}

describe('jsonBody', () => {
  it('counts bytes, not characters, and can be sent twice', async () => {
    const body = jsonBody({ text: 'ñandú €' });
    expect(body.contentLength).toBe(Buffer.byteLength('{"text":"ñandú €"}'));
    expect(await send(body).json()).toEqual({ text: 'ñandú €' });
    expect(await send(body).json()).toEqual({ text: 'ñandú €' });
  });
});

describe('multipartBody', () => {
  const bytes = Buffer.from('\r\n--iris-\u0000\u00ff', 'latin1');
  const body = multipartBody({ bytes, mediaType: 'image/png' }, { language: 'es', note: 'a\r\n--b' });

  it('is a form with the document as the part `file`, and can be sent twice', async () => {
    for (const form of [await send(body).formData(), await send(body).formData()]) {
      const file = form.get('file') as File;
      expect([file.name, file.type]).toEqual(['document', 'image/png']);
      expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
      expect([form.get('language'), form.get('note')]).toEqual(['es', 'a\r\n--b']);
    }
  });

  it('announces its size, and refers to the document without copying it', () => {
    const chunks = [...body.chunks()];
    expect(body.contentLength).toBe(Buffer.concat(chunks).length);
    expect(chunks).toContain(bytes);
  });

  it('has a boundary that cannot be foreseen', () => {
    expect(multipartBody({ bytes, mediaType: 'image/png' }, {}).contentType).not.toBe(body.contentType);
  });
});
