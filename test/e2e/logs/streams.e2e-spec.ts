import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { type LogLine, LoggingGateway, parseLines } from '../../support/logging-gateway.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { testRedisUrl } from '../../support/redis.js';
import { waitFor } from '../../support/wait-for.js';

let database: TestDatabase;
let stores: Record<string, string>;
const started: LoggingGateway[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  stores = { DATABASE_URL: database.url, REDIS_URL: await testRedisUrl() };
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((gateway) => gateway.clean()));
});

afterAll(() => database.drop());

async function start(env: Record<string, string> = {}): Promise<LoggingGateway> {
  const gateway = await LoggingGateway.start({ ...stores, ...env });
  started.push(gateway);
  return gateway;
}

async function request(gateway: LoggingGateway, requestId: string): Promise<number> {
  const headers = { 'x-request-id': requestId };
  return (await fetch(`${gateway.url}/auth/me`, { headers })).status;
}

function requestIds(lines: LogLine[]): unknown[] {
  return lines.filter(({ msg }) => msg === 'request').map(({ requestId }) => requestId);
}

describe('the three streams', () => {
  it('have the lines of their levels, and all of them when the gateway ends', async () => {
    const gateway = await start();
    for (let count = 0; count < 20; count += 1) await request(gateway, `request-${count}`);
    const { console: output, file, errors } = await gateway.end();
    const expected = Array.from({ length: 20 }, (_, count) => `request-${count}`);
    const ofTest = (text: string): unknown[] =>
      requestIds(parseLines(text)).filter((id) => String(id).startsWith('request-'));
    expect(ofTest(output)).toEqual(expected);
    expect(ofTest(file)).toEqual(expected);
    expect(parseLines(file).some(({ level }) => level === 'debug')).toBe(true);
    expect(parseLines(errors).every(({ level }) => level === 'error' || level === 'fatal')).toBe(true);
    expect(parseLines(output).some(({ context }) => context === 'RoutesResolver')).toBe(false);
  });

  it('are rotated, over restarts too, and lose nothing that is to be kept', async () => {
    const env = {
      IRIS__logging__handlers__file__maxBytes: '20000',
      IRIS__logging__handlers__file__backupCount: '4',
    };
    const first = await start(env);
    for (let count = 0; count < 150; count += 1) await request(first, `first-${count}`);
    await first.end();
    const second = await LoggingGateway.start({ ...stores, ...env, LOG_DIR: first.folder });
    started.push(second);
    for (let count = 0; count < 150; count += 1) await request(second, `second-${count}`);
    await second.end();
    const names = (await readdir(first.folder)).filter((name) => name.startsWith('api-gateway.log'));
    expect(names.sort()).toEqual(['', '.1', '.2', '.3', '.4'].map((end) => `api-gateway.log${end}`));
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(first.folder, name))).size));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000);
    const kept = requestIds(parseLines(await first.read('api-gateway.log')));
    const mine = kept.filter((id) => String(id).startsWith('second-'));
    expect(mine.at(-1)).toBe('second-149');
    expect(new Set(mine).size).toBe(mine.length);
    expect(mine).toEqual(mine.map((_, index) => `second-${150 - mine.length + index}`));
  }, 60_000);
});

describe('a log folder that cannot be written', () => {
  it('costs one warning and a metric, and no request; lines are written again when it can', async () => {
    const gateway = await start({ IRIS__logging__handlers__error_file__level: 'CRITICAL' });
    await waitFor(async () => (await gateway.read('api-gateway.log')) !== '', 'something is written');
    const path = join(gateway.folder, 'api-gateway.log');
    await rm(path);
    await mkdir(path);
    const failures = async (): Promise<number> =>
      Number(
        /^iris_log_write_errors_total\{handler="file"\} (\d+)$/m.exec(await gateway.metrics())?.[1] ?? 0,
      );
    let answered = 0;
    await waitFor(async () => {
      answered += Number((await request(gateway, 'meanwhile')) === 401);
      return (await failures()) >= 2;
    }, 'two writes have failed');
    expect(answered).toBeGreaterThan(1);
    await rmdir(path);
    await waitFor(async () => {
      await request(gateway, 'again');
      return (await gateway.read('api-gateway.log')).includes('again');
    }, 'it is written again');
    const { console: output } = await gateway.end();
    const told = parseLines(output).filter(({ context }) => context === 'Logging');
    expect(told).toMatchObject([
      { level: 'warn', code: 'EISDIR', path },
      { level: 'info', lostLines: expect.any(Number) },
    ]);
  });
});
