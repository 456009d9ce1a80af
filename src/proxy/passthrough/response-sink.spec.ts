import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express, { type Response } from 'express';

import { attachRequestContext } from '../../edge/index.js';
import { StreamedAnswer } from '../service-client/streamed-answer.js';
import { ResponseSink } from './response-sink.js';

const STALL_MS = 10_000;
const CHUNK = Buffer.alloc(65_536);

let server: Server;
let client: Socket;
let response: Response;
let sink: ResponseSink;

/** A client that has asked and reads nothing. */
beforeEach(async () => {
  const arrived = Promise.withResolvers<Response>();
  server = express()
    .use(attachRequestContext(60_000))
    .use((_request, answering) => {
      arrived.resolve(answering);
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  client.on('error', () => undefined);
  client.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  response = await arrived.promise;
  // Sockets need the other timers.
  jest.useFakeTimers({
    doNotFake: [
      'setInterval',
      'clearInterval',
      'setImmediate',
      'nextTick',
      'queueMicrotask',
      'performance',
      'Date',
    ],
  });
  sink = new ResponseSink(response, new StreamedAnswer(), STALL_MS);
});

afterEach(() => {
  jest.useRealTimers();
  client.destroy();
  server.close().closeAllConnections();
});

/** Nothing more fits on the way. */
function fill(): void {
  response.write(Buffer.alloc(30_000_000));
}

describe('ResponseSink', () => {
  it('gives up a client that takes nothing, after a while', () => {
    fill();
    expect(sink.write(CHUNK)).toBe(false);
    jest.advanceTimersByTime(STALL_MS - 1);
    expect(response.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(response.destroyed).toBe(true);
  });

  it('gives up a client that does not take the last bytes', () => {
    fill();
    sink.end([CHUNK], {});
    jest.advanceTimersByTime(STALL_MS);
    expect(response.destroyed).toBe(true);
  });

  it('goes on with a client that takes it all, however much was offered to it meanwhile', async () => {
    fill();
    sink.write(CHUNK);
    sink.write(CHUNK);
    client.resume();
    await once(response, 'drain');
    jest.advanceTimersByTime(2 * STALL_MS);
    expect(response.destroyed).toBe(false);
    sink.end([CHUNK], {});
    await once(response, 'close');
    jest.advanceTimersByTime(2 * STALL_MS);
    expect(response.writableFinished).toBe(true);
  });
});
