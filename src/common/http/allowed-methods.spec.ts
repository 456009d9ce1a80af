import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type RequestHandler } from 'express';

import { allowedMethods } from './allowed-methods.js';
import { routeTemplate } from './route-template.js';

let server: Server;
let url: string;

const tell: RequestHandler = (request, response) => {
  response.json({ template: routeTemplate(request), allowed: allowedMethods(request) });
};

beforeAll(async () => {
  const app = express()
    // Nest mounts its middleware like this.
    .all('{/*path}', (_request, _response, next) => {
      next();
    })
    .get('/jobs/:id', tell)
    .delete('/jobs/:id', tell)
    .post('/process', tell)
    .use(tell);
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close().closeAllConnections();
});

async function send(method: string, path: string): Promise<unknown> {
  return (await fetch(url + path, { method })).json();
}

describe('routeTemplate and allowedMethods', () => {
  it.each([
    ['GET', '/jobs/42', '/jobs/:id', ['GET', 'DELETE', 'HEAD']],
    ['DELETE', '/jobs/a%2Fb', '/jobs/:id', ['GET', 'DELETE', 'HEAD']],
    ['POST', '/jobs/42?x=/process', 'unmatched', ['GET', 'DELETE', 'HEAD']],
    ['GET', '/process', 'unmatched', ['POST']],
    ['POST', '/process', '/process', ['POST']],
    ['GET', '/nothing/42', 'unmatched', []],
    ['GET', '/jobs', 'unmatched', []],
  ])('%s %s › %s, allowed %j', async (method, path, template, allowed) => {
    expect(await send(method, path)).toEqual({ template, allowed });
  });
});
