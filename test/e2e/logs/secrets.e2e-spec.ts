import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { SERVICE_NAMES } from '../../../src/config/index.js';
import { callApi } from '../../support/api-client.js';
import { sampleDocument } from '../../support/documents.js';
import { type LogStreams, LoggingGateway, parseLines } from '../../support/logging-gateway.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { rawRequest } from '../../support/raw-request.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { Upstream } from '../../support/upstream.js';

jest.setTimeout(120_000);

/** In everything that no log may contain. */
const CANARY = 'c4n4ry';
let number = 0;
let gateway: LoggingGateway;
let database: TestDatabase;
let redis: OwnServer;
let ocr: Upstream;
let token: string;

beforeAll(async () => {
  [database, redis, ocr] = await Promise.all([createTestDatabase(), startRedis(), Upstream.start()]);
  gateway = await LoggingGateway.start({
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    ADMIN_PASSWORD: `${secret()} violet umbrella on a tall shelf`,
    SERVICE_URLS: JSON.stringify({
      image_processor: 'http://127.0.0.1:1',
      ml_embeddings: 'http://127.0.0.1:1',
      ml_classifier: 'http://127.0.0.1:1',
      ocr_extractor: ocr.url,
    }),
    ...Object.fromEntries(SERVICE_NAMES.map((name) => [`IRIS__services__${name}__max_retries`, '0'])),
    IRIS__services__ocr_extractor__circuit_breaker__failure_threshold: '100',
  });
  token = await gateway.logIn({
    email: 'root@iris.example.com',
    password: `${CANARY}-1 violet umbrella on a tall shelf`,
  });
});

afterAll(async () => {
  await gateway.clean();
  await Promise.all([database.drop(), redis.close(), ocr.close()]);
});

function secret(): string {
  number += 1;
  return `${CANARY}-${number}`;
}

/** Every place of a request in which something secret may be, some of them misspelt. */
const SECRET_HEADERS = [
  'Authorization',
  'AUTHORIZATION',
  'Proxy-Authorization',
  'X-API-Key',
  'x-api-KEY',
  'X-Api_Key',
  'Cookie',
  'Set-Cookie',
  'X-Auth-Token',
  'X-Access-Token',
  'Idempotency-Key',
  'Prefer',
  'X-Retention',
  'Traceparent',
  'Tracestate',
  'Content-Type',
  'Accept',
  'Forwarded',
  'Referer',
];

async function sendHeaders(): Promise<void> {
  const { host } = new URL(gateway.url);
  for (const name of SECRET_HEADERS) {
    for (const target of ['/auth/me', '/process', '/nothing', '/services/ocr_extractor/ocr']) {
      const method = target === '/process' ? 'POST' : 'GET';
      const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, `${name}: Bearer ${secret()}`];
      const own = name.toLowerCase() === 'authorization' ? [] : [`Authorization: Bearer ${token}`];
      await rawRequest(
        gateway.url,
        [...lines, ...own, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'),
      );
    }
  }
}

async function sendPaths(): Promise<void> {
  const targets = [
    `/auth/me?token=${secret()}&access_token=${secret()}`,
    `/jobs/${secret()}`,
    `/${secret()}/%E0%A4%A`,
    `/services/ocr_extractor/${secret()}?api_key=${secret()}`,
    `/services/${secret()}/x`,
    `/webhooks/deliveries/${secret()}`,
    `/auth/api-keys/${secret()}`,
  ];
  for (const target of targets) await callApi(gateway.url, `GET ${target}`, { token });
}

async function sendBodies(): Promise<void> {
  const bodies: [string, unknown][] = [
    ['POST /auth/login', { email: 'nobody@example.com', password: secret() }],
    ['POST /auth/login', { email: secret(), password: [secret()] }],
    ['POST /auth/register', { email: 'new@example.com', password: `${secret()} rain on the old roof` }],
    ['POST /auth/register', { email: 'new@example.com', password: secret(), [secret()]: secret() }],
    ['POST /auth/password', { current_password: secret(), new_password: `${secret()} long enough it is` }],
    ['POST /auth/refresh', { refresh_token: secret() }],
    ['POST /auth/logout', { refresh_token: secret() }],
    ['POST /auth/api-keys', { name: secret(), scopes: [secret()] }],
    ['POST /webhooks/secret/rotate', { overlap_seconds: secret() }],
  ];
  for (const [route, body] of bodies) {
    // That one would end the session.
    const own = route === 'POST /auth/logout' ? {} : { token };
    await callApi(gateway.url, route, { ...own, body });
  }
  for (const text of [secret(), `{"password": ${secret()}}`, `{"password": "${secret()}`]) {
    await fetch(`${gateway.url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
  }
}

async function sendDocuments(): Promise<void> {
  const documents = [
    [sampleDocument('cedula-1-scan.jpg'), `${secret()}.jpg`],
    [Buffer.from(secret()), `../../${secret()}.pdf`],
  ] as const;
  for (const [bytes, name] of documents) {
    for (const route of ['/process', '/services/ocr_extractor/ocr']) {
      const form = new FormData();
      if (name.includes('..')) form.set(secret(), secret());
      form.set('document_type', name.includes('..') ? secret() : 'cedula_identidad');
      if (name.includes('..')) form.set('callback_url', `https://user:${secret()}@example.com/${secret()}`);
      form.set('file', new Blob([bytes]), name);
      await fetch(gateway.url + route, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
    }
  }
}

/** What a microservice answers may be somebody's, too. */
async function failUpstream(): Promise<void> {
  const failures = [
    () => ocr.answerJson({ detail: secret(), password: secret() }, 500, { 'set-cookie': secret() }),
    () => ocr.answerJson({ detail: secret() }, 401, { 'www-authenticate': secret() }),
    () => ocr.behave((_request, response) => response.end(`${secret()} is no JSON`)),
    () => ocr.behave((request) => request.socket.end(`${secret()}\r\n\r\n`)),
  ];
  for (const fail of failures) {
    fail();
    const form = new FormData();
    form.set('document_type', 'cedula_identidad');
    form.set('file', new Blob([sampleDocument('cedula-1-scan.jpg')]), 'a.jpg');
    const headers = { authorization: `Bearer ${token}`, 'cache-control': 'no-store' };
    await fetch(`${gateway.url}/process`, { method: 'POST', headers, body: form });
    await fetch(`${gateway.url}/services/ocr_extractor/x?key=${secret()}`, { headers });
  }
}

describe('every log stream', () => {
  let streams: LogStreams;

  beforeAll(async () => {
    const rotated = await callApi<{ secret: string }>(gateway.url, 'POST /webhooks/secret/rotate', {
      token,
      body: { overlap_seconds: 60 },
    });
    const key = await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', {
      token,
      body: { name: 'a', scopes: ['documents:read'] },
    });
    made.push(token, rotated.body.secret, key.body.key);
    await sendHeaders();
    await sendPaths();
    await sendBodies();
    await sendDocuments();
    await failUpstream();
    // Without its stores everything fails that writes a secret down.
    await redis.stop();
    await sendBodies();
    await database.drop();
    await sendBodies();
    await sendDocuments();
    streams = await gateway.end();
  });

  /** Secrets that the gateway has made itself. */
  const made: string[] = [];

  it('contains none of the secrets', () => {
    expect(number).toBeGreaterThan(150);
    expect(made.filter((text: unknown) => typeof text === 'string' && text.length > 20)).toHaveLength(3);
    for (const text of [streams.console, streams.file, streams.errors]) {
      expect(text.split('\n').filter((line) => line.includes(CANARY))).toEqual([]);
      for (const value of made) expect(text).not.toContain(value);
    }
  });

  it('tells of the failures all the same, a line each', () => {
    const lines = parseLines(streams.file);
    const codes = new Set(lines.map(({ code }) => code));
    for (const code of [
      'DATABASE_UNAVAILABLE',
      'INVALID_TOKEN',
      'UPSTREAM_INVALID_RESPONSE',
      'UPSTREAM_FAILED',
      'VALIDATION_FAILED',
    ]) {
      expect(codes).toContain(code);
    }
    expect(lines.some(({ msg }) => msg === 'request')).toBe(true);
  });

  it('has every error in a file of their own', () => {
    const loud = parseLines(streams.file).filter(({ level }) => level === 'error' || level === 'fatal');
    expect(parseLines(streams.errors)).toEqual(loud);
  });
});
