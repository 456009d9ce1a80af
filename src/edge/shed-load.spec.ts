import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express, { type ErrorRequestHandler } from 'express';

import { GatewayOverloadedError, shedLoad } from './shed-load.js';

const LOOK_MS = 100;
const MAX_DELAY_MS = 500;

let now: number;
let server: Server;

beforeEach(async () => {
  now = 1000;
  // Sockets need their timers; the looks are taken when a test says so.
  jest.useFakeTimers({
    doNotFake: [
      'setTimeout',
      'clearTimeout',
      'setImmediate',
      'clearImmediate',
      'nextTick',
      'queueMicrotask',
      'performance',
      'hrtime',
      'Date',
    ],
  });
  const refused: ErrorRequestHandler = (error, _request, response, _next) => {
    const { status, retryAfterSeconds } = error as GatewayOverloadedError;
    response.status(status).json({ code: (error as GatewayOverloadedError).code, retryAfterSeconds });
  };
  server = express()
    .use(shedLoad(MAX_DELAY_MS, () => now))
    .use((_request, response) => response.json({}))
    .use(refused)
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  jest.useRealTimers();
  server.close().closeAllConnections();
});

/** One look at the clock for each of these delays, in milliseconds. */
function look(...delays: number[]): void {
  for (const delay of delays) {
    now += LOOK_MS + delay;
    jest.advanceTimersByTime(LOOK_MS);
  }
}

async function statusOf(path: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

describe('shedLoad', () => {
  it.each([
    ['a loop that is in time', [0, 10, 0, 5], 200],
    ['a loop that is a little late', [400, 500, 450, 499], 200],
    ['a single stall of three seconds', [3000], 200],
    ['a stall, and in time again', [3000, 0, 0], 200],
    ['two late looks', [600, 600], 200],
    ['late looks with one in time between', [600, 600, 0, 600, 600], 200],
    ['three late looks in a row', [501, 501, 501], 503],
    ['late for long', [2000, 2000, 2000, 2000, 2000], 503],
    ['late for long, and in time again', [2000, 2000, 2000, 2000, 0], 200],
  ])('%s (%j) → %d', async (_what, delays, status) => {
    look(...delays);
    expect(await statusOf('/process')).toBe(status);
  });

  it('says when to try again', async () => {
    look(600, 600, 600);
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/services/x/y`);
    expect(await response.json()).toEqual({ code: 'GATEWAY_OVERLOADED', retryAfterSeconds: 2 });
  });

  it.each(['/health', '/health/live', '/v1/health/ready', '/admin/users', '/v1/admin/audit-log', '/HEALTH'])(
    'always serves %s',
    async (path) => {
      look(600, 600, 600);
      expect(await statusOf(path)).toBe(200);
    },
  );

  it.each(['/healthy', '/administrator', '/v1/process', '/x/health'])(
    'does not mistake %s for it',
    async (path) => {
      look(600, 600, 600);
      expect(await statusOf(path)).toBe(503);
    },
  );
});
