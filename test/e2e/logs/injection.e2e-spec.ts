import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { SERVICE_NAMES, loadConfig } from '../../../src/config/index.js';
import { createLogging } from '../../../src/logging/index.js';
import { callApi } from '../../support/api-client.js';
import { sampleDocument } from '../../support/documents.js';
import { temporaryFolder } from '../../support/gateway-process.js';
import { type LogStreams, LoggingGateway, parseLines } from '../../support/logging-gateway.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { rawRequest } from '../../support/raw-request.js';
import { Upstream } from '../../support/upstream.js';

jest.setTimeout(120_000);

const FORGED = 'f0rg3d';
const FORGED_JSON = `{"level":"fatal","time":"2026-01-01T00:00:00.000Z","msg":"${FORGED}"}`;
const FORGED_TEXT = `[2026-01-01 00:00:00] FATAL: ${FORGED}`;

/** What a text would have to contain to begin a line, end a record, or move a cursor. */
const HOSTILE = [
  `a\n${FORGED_JSON}\n`,
  `a\r\n${FORGED_TEXT}\r\n`,
  `a\r${FORGED_TEXT}`,
  `\u001b[2J\u001b[1;31m${FORGED}\u001b]0;${FORGED}\u0007`,
  `a\u2028${FORGED_JSON}\u2029\u0085${FORGED_TEXT}`,
  `\ud800${FORGED}\udc00\ud800`,
  `\u0000\b\f\v\t\u007f\u009b31m${FORGED}`,
  `\u202e${FORGED}\u2066`,
  `","level":"fatal","msg":"${FORGED}","x":"\\`,
  `${FORGED}%0a${FORGED}%0d%0a%1b%5b2J%e2%80%a8%00%ff`,
  `${FORGED}\n${'x'.repeat(20_000)}\n${FORGED_JSON}`,
];

/** A terminal or an editor would obey these; a line break ends a record and is looked at apart. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
/** Longer lines are cut or dropped by whatever collects them. */
const MAX_LINE_CHARACTERS = 16_384;
const TEXT_RECORD = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL)/;
/** Where a record goes on, which only that of an error does. */
const INDENTED = /^ {4}/;

function expectNothingToObey(text: string): void {
  expect(text.split('\n').filter((line) => OBEYED.test(line))).toEqual([]);
}

function expectJsonRecords(text: string): void {
  expectNothingToObey(text);
  for (const record of parseLines(text)) {
    const { level, msg = '', time } = record;
    expect(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).toContain(level);
    expect(msg).not.toBe(FORGED);
    expect(Math.abs(Date.now() - Date.parse(String(time)))).toBeLessThan(600_000);
    expect(JSON.stringify(record).length).toBeLessThan(MAX_LINE_CHARACTERS);
  }
}

function expectReadableRecords(text: string): void {
  expectNothingToObey(text);
  const others = text.split('\n').filter((line) => line !== '' && !TEXT_RECORD.test(line));
  expect(others.filter((line) => !INDENTED.test(line))).toEqual([]);
  expect(text.split('\n').filter((line) => line.startsWith('[2026-01-01'))).toEqual([]);
}

let database: TestDatabase;
let ocr: Upstream;

beforeAll(async () => {
  [database, ocr] = await Promise.all([createTestDatabase(), Upstream.start()]);
});

afterAll(async () => {
  await Promise.all([database.drop(), ocr.close()]);
});

/** Requests that have been answered. */
let sent = 0;

/** What Node's parser refuses never becomes a request. */
async function sendRaw(url: string, token: string): Promise<void> {
  const { host } = new URL(url);
  const common = `Host: ${host}\r\nConnection: close\r\nAuthorization: Bearer ${token}`;
  const headers = ['X-Request-ID', 'User-Agent', 'Referer', 'traceparent', 'tracestate', 'X-Forwarded-For'];
  for (const value of HOSTILE.map((text) => text.slice(0, 9_000))) {
    for (const name of headers) {
      await rawRequest(url, `GET /auth/me HTTP/1.1\r\n${common}\r\n${name}: ${value}\r\n\r\n`);
    }
    await rawRequest(url, `GET /jobs/${value}?q=${value} HTTP/1.1\r\n${common}\r\n\r\n`);
    await rawRequest(url, `${value} / HTTP/1.1\r\nConnection: close\r\nHost: ${value}\r\n\r\n`);
  }
}

async function sendTexts(url: string, token: string): Promise<void> {
  for (const value of HOSTILE) {
    const inPath = encodeURIComponent(value.toWellFormed()).slice(0, 3_000);
    const routes = [`/${inPath}`, `/jobs/${inPath}`, `/services/ocr_extractor/${inPath}?a=${inPath}`];
    for (const path of routes) await counted(callApi(url, `GET ${path}`, { token }));
    const bodies: [string, unknown][] = [
      ['POST /auth/login', { email: value, password: value }],
      ['POST /auth/login', { email: `${value}@example.com`, [value]: value }],
      ['POST /auth/register', { email: value, password: value }],
      ['POST /auth/api-keys', { name: value, scopes: [value] }],
      ['PUT /admin/log-level', { level: value, module: value }],
      ['POST /admin/users', { email: `a@example.com${value}`, password: value, role: value }],
    ];
    for (const [route, body] of bodies) await counted(callApi(url, route, { token, body }));
  }
}

async function sendDocuments(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'cache-control': 'no-store' };
  for (const value of HOSTILE) {
    for (const route of ['/process', '/services/ocr_extractor/ocr', '/jobs/batch']) {
      const form = new FormData();
      form.set(value, value);
      form.set('callback_url', `https://example.com/${value}`);
      form.set('file', new Blob([sampleDocument('cedula-1-scan.jpg')], { type: 'a/b' }), value);
      await counted(fetch(url + route, { method: 'POST', headers, body: form }));
    }
  }
}

/** A microservice may be somebody else's by now. */
async function sendAnswers(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'cache-control': 'no-store' };
  for (const value of HOSTILE) {
    const answers = [
      () => ocr.answerJson({ detail: value, error: value, [value]: value }, 500),
      () => ocr.answerJson({ detail: value }, 422),
      () => ocr.answerJson({ detail: value }, 401),
      () => ocr.answerJson({ text: value, model_version: value }, 200),
      () => ocr.behave((_request, response) => response.end(value)),
      () => ocr.behave((request) => request.socket.end(`HTTP/1.1 200 ${value}\r\n${value}: x\r\n\r\n`)),
    ];
    for (const answer of answers) {
      answer();
      const form = new FormData();
      form.set('document_type', 'cedula_identidad');
      form.set('file', new Blob([sampleDocument('cedula-1-scan.jpg')]), 'a.jpg');
      await counted(fetch(`${url}/phase5/ocr`, { method: 'POST', headers, body: form }));
      // What it answers there reaches the client as it is.
      sent += 1;
      await fetch(`${url}/services/ocr_extractor/x`, { headers });
    }
  }
}

/** Nothing of it is a fault of ours. */
async function counted(answer: Promise<{ readonly status: number }>): Promise<void> {
  const { status } = await answer;
  expect(status).not.toBe(500);
  sent += 1;
}

async function streamsOf(console: 'json' | 'detailed'): Promise<LogStreams> {
  const nowhere = Object.fromEntries(SERVICE_NAMES.map((name) => [name, 'http://127.0.0.1:1']));
  const gateway = await LoggingGateway.start({
    DATABASE_URL: database.url,
    SERVICE_URLS: JSON.stringify({ ...nowhere, ocr_extractor: ocr.url }),
    IRIS__logging__handlers__console__formatter: console,
    ...Object.fromEntries(SERVICE_NAMES.map((name) => [`IRIS__services__${name}__max_retries`, '0'])),
    IRIS__services__ocr_extractor__circuit_breaker__failure_threshold: '10000',
  });
  try {
    const token = await gateway.logIn();
    ocr.answerJson({});
    sent = 0;
    for (const send of [sendRaw, sendTexts, sendDocuments, sendAnswers]) await send(gateway.url, token);
    return await gateway.end();
  } finally {
    await gateway.clean();
  }
}

describe('a gateway that is sent what should begin a line of its log', () => {
  it.each(['json', 'detailed'] as const)('console for %s › each line is a record of ours', async (format) => {
    const { console, file, errors } = await streamsOf(format);
    if (format === 'json') expectJsonRecords(console);
    else expectReadableRecords(console);
    expectJsonRecords(file);
    expectJsonRecords(errors);
    const requests = parseLines(file).filter(({ msg }) => msg === 'request');
    // Each has its line, and nobody has added any; those of sendRaw are as many as Node made of them.
    const ofTexts = requests.filter(({ route }) => route !== '/auth/me' && route !== '/health/ready');
    expect(sent).toBeGreaterThan(250);
    expect(ofTexts.length).toBeGreaterThanOrEqual(sent);
    expect(ofTexts.length).toBeLessThan(sent + 5 * HOSTILE.length);
  });
});

describe('whatever gets into a line', () => {
  it('is one record in each format', async () => {
    const folder = temporaryFolder();
    const { logger, files } = createLogging(
      loadConfig({
        env: {
          LOG_DIR: folder.path,
          LOG_LEVEL: 'TRACE',
          IRIS__logging__handlers__console__class: 'rotating_file',
          IRIS__logging__handlers__console__filename: 'readable.log',
        },
      }),
    );
    const values = HOSTILE.map((value) => value.slice(0, 1_000));
    for (const value of values) {
      logger.info({ context: 'Test', [value]: value, nested: { [value]: [value] } }, value);
      logger.error({ context: 'Test', err: new Error(value, { cause: new TypeError(value) }) }, 'failed');
    }
    await Promise.all(files.map((file) => file.close()));
    const read = (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');
    const [json, readable] = await Promise.all([read('api-gateway.log'), read('readable.log')]);
    folder.remove();
    expect(parseLines(json)).toHaveLength(2 * values.length);
    expectJsonRecords(json);
    expectReadableRecords(readable);
    expect(readable.split('\n').filter((line) => TEXT_RECORD.test(line))).toHaveLength(2 * values.length);
  });
});
