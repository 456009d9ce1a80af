import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import express, { type ErrorRequestHandler } from 'express';

import { AppError } from './app-error.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';
import { UnsupportedMediaTypeError } from './request-errors.js';

class TiredError extends AppError {
  readonly code = 'TEST_TIRED';
  readonly status = 503;
  readonly title = 'Tired';

  constructor() {
    super('Come back.', { retryAfterSeconds: 7, headers: { 'WWW-Authenticate': 'Bearer realm="iris"' } });
  }
}

let server: Server;
let url: string;

beforeAll(async () => {
  const filter = new ProblemDetailsFilter();
  const answer: ErrorRequestHandler = (error, request, response, _next) => {
    filter.answer(error, request, response);
  };
  const app = express()
    .get('/tired', () => {
      throw new TiredError();
    })
    .get('/broken', () => {
      throw new TypeError('cannot read secrets of undefined');
    })
    .post('/things/:id', () => {
      throw new UnsupportedMediaTypeError(['application/json']);
    })
    .get('/half', (_request, response) => {
      response.write('half an answer');
      throw new TiredError();
    })
    .use(() => {
      throw new NotFoundException();
    })
    .use(answer);
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close().closeAllConnections();
});

describe('ProblemDetailsFilter', () => {
  it('answers application/problem+json with the headers of the error', async () => {
    const { headers, status } = await fetch(`${url}/tired`);
    expect(status).toBe(503);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('www-authenticate')).toBe('Bearer realm="iris"');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${url}/tired`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([503, '']);
  });

  it('says nothing of an unknown throw', async () => {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secrets|TypeError|\.ts/);
  });

  it('names the path without its query, which may hold what nobody should see', async () => {
    const response = await fetch(`${url}/tired?token=abc`);
    expect(await response.json()).toMatchObject({ instance: '/tired' });
  });

  it.each([
    ['GET', '/nothing', 404, null],
    ['POST', '/tired', 405, 'GET, HEAD'],
    ['DELETE', '/things/1', 405, 'POST'],
    ['POST', '/things/1', 415, null],
    ['GET', '/things/%E0%A4%A', 400, null],
  ])('%s %s › %d', async (method, path, status, allow) => {
    const response = await fetch(url + path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect(await response.json()).toMatchObject({ status });
  });

  it('breaks the connection when part of an answer is out', async () => {
    const text = fetch(`${url}/half`).then((response) => response.text());
    await expect(text).rejects.toThrow();
  });
});
