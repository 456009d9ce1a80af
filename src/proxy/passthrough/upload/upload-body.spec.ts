import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Recording } from './recording.js';
import { UploadBody } from './upload-body.js';

const LIMITS = { memoryBytes: 10, totalBytes: 30 };

let server: Server;
let client: ClientRequest;
let body: UploadBody;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  await body.close();
  client.destroy();
  server.close().closeAllConnections();
});

/** A chunked upload that has begun. */
async function upload(recording?: Recording, idleMs = 5000): Promise<void> {
  client = request({ port: (server.address() as AddressInfo).port, method: 'POST' });
  client.on('error', () => undefined);
  client.flushHeaders();
  const [incoming] = (await once(server, 'request')) as [IncomingMessage];
  body = new UploadBody(incoming, recording, idleMs);
}

async function read(chunks: AsyncGenerator<Buffer, void>): Promise<string> {
  const { value } = await chunks.next();
  return value?.toString() ?? 'END';
}

async function readAll(chunks: AsyncGenerator<Buffer, void>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk.toString();
  return text;
}

describe('UploadBody', () => {
  it.each([
    ['memory', ['12345', '678']],
    ['a file', ['12345', '678901234', '5678']],
  ])('is read again from its first byte, out of %s', async (_where, parts) => {
    await upload(new Recording(LIMITS));
    const first = body.chunks();
    for (const part of parts) {
      client.write(part);
      expect(await read(first)).toBe(part);
    }
    client.end('!');
    expect(body.isReplayable).toBe(true);
    expect(await readAll(body.chunks())).toBe(`${parts.join('')}!`);
    expect(await readAll(body.chunks())).toBe(`${parts.join('')}!`);
  });

  it('gives what a failed try had asked for to the next one', async () => {
    await upload(new Recording(LIMITS));
    client.write('123');
    const first = body.chunks();
    expect(await read(first)).toBe('123');
    const asked = read(first);
    const second = body.chunks();
    expect(await read(second)).toBe('123');
    client.end('456');
    expect([await asked, await read(second), await read(second)]).toEqual(['456', '456', 'END']);
  });

  it('is not repeatable without a recording, once something was read', async () => {
    await upload();
    expect(body.isReplayable).toBe(true);
    client.write('123');
    await read(body.chunks());
    expect(body.isReplayable).toBe(false);
  });

  it('never ends early when it became too large between two tries', async () => {
    await upload(new Recording(LIMITS));
    client.write('1234567890');
    const first = body.chunks();
    await read(first);
    const asked = read(first);
    expect(body.isReplayable).toBe(true);
    client.write('x'.repeat(21));
    await asked;
    await expect(read(body.chunks())).rejects.toMatchObject({
      code: 'UPLOAD_NOT_REPEATABLE',
      status: 502,
      extensions: { retryable: false },
    });
  });

  it('is read again in full while its last part is on the way to the file', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      const recording = new Recording(LIMITS);
      await upload(recording);
      client.write('1234567890');
      const first = body.chunks();
      await read(first);
      const asked = read(first);
      client.end('abcde');
      while (recording.size === 10) await turn();
      // Any moment of creating and writing the file may be the one.
      for (let i = 0; i < turns / 4; i += 1) await turn();
      expect([await readAll(body.chunks()), await asked]).toEqual(['1234567890abcde', 'abcde']);
      await body.close();
      client.destroy();
    }
  });

  it('gives up a client that sends nothing, or hangs up', async () => {
    await upload(undefined, 50);
    await expect(read(body.chunks())).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
    await upload();
    const asked = read(body.chunks());
    client.destroy();
    await expect(asked).rejects.toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  });
});
