import { once } from 'node:events';
import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  request as httpRequest,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express, { type Request, type RequestHandler } from 'express';

import { lingerAfterEarlyAnswer } from './linger.js';

const SIZE = 3_000_000;

/** One connection for each call, as a client keeps it that has more to send. */
let agent: Agent;
let server: Server;
let url: string;
let arrived: Request | undefined;

beforeAll(async () => {
  const refuse: RequestHandler = (request, response) => {
    arrived = request;
    response.sendStatus(401);
  };
  server = express().use(lingerAfterEarlyAnswer()).use(refuse).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  agent = new Agent({ keepAlive: true });
});

afterEach(() => {
  jest.useRealTimers();
  agent.destroy();
});

afterAll(() => {
  server.close().closeAllConnections();
});

/** An upload that is answered before it has begun. */
async function earlyAnswer(): Promise<{ call: ClientRequest; status: number | undefined }> {
  const call = httpRequest(url, {
    method: 'POST',
    agent,
    headers: { 'content-length': String(SIZE) },
  });
  call.flushHeaders();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.resume();
  return { call, status: response.statusCode };
}

describe('lingerAfterEarlyAnswer', () => {
  it('lets the client send the rest, and reads it away', async () => {
    const { call, status } = await earlyAnswer();
    expect(status).toBe(401);
    const ended = once(arrived!, 'end');
    call.end(Buffer.alloc(SIZE));
    await ended;
    expect(arrived?.complete).toBe(true);
  });

  it('lets a client that asked for the end of the connection see the answer, and ends it then', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const answer = text(socket);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${SIZE}\r\n\r\n`);
    await once(socket, 'readable');
    socket.write(Buffer.alloc(SIZE));
    expect(await answer).toContain('HTTP/1.1 401');
    expect(arrived?.complete).toBe(true);
  });

  it('ends the connection of a client that does not stop', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
    const { call } = await earlyAnswer();
    const closed = once(call, 'close');
    call.on('error', () => undefined);
    jest.advanceTimersByTime(1999);
    expect(arrived?.socket.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(arrived?.socket.destroyed).toBe(true);
    await closed;
  });
});
