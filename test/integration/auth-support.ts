import type { AddressInfo } from 'node:net';

import type { NestExpressApplication } from '@nestjs/platform-express';

import { createApp } from '../../src/bootstrap/create-app.js';
import type { AppConfig } from '../../src/config/index.js';

export interface Gateway {
  readonly app: NestExpressApplication;
  readonly url: string;
}

/** The whole gateway on a free port. */
export async function startGateway(config: AppConfig): Promise<Gateway> {
  const app = await createApp(config);
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}` };
}

export function postJson(url: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

export function getWithToken(url: string, token: string): Promise<Response> {
  return fetch(url, { headers: { authorization: `Bearer ${token}` } });
}
