import { Redis } from 'ioredis';

import { OwnServer } from './servers/own-server.js';

const COUNTER_KEY = 'iris-tests:databases';

/** A URL with a database number of its own, empty; number 0 only counts them. */
export async function testRedisUrl(): Promise<string> {
  const url = process.env.IRIS_TEST_REDIS_URL;
  if (url === undefined) throw new Error('the global set-up of the tests has not run');
  const client = new Redis(databaseUrl(url, 0));
  try {
    const [, databases] = (await client.config('GET', 'databases')) as [string, string];
    const count = await client.incr(COUNTER_KEY);
    const number = 1 + (count % (Number(databases) - 1));
    await client.select(number);
    await client.flushdb();
    return databaseUrl(url, number);
  } finally {
    client.disconnect();
  }
}

/** A Redis of its own, to be stopped and paused. */
export function startRedis(): Promise<OwnServer> {
  return OwnServer.launch('redis');
}

function databaseUrl(url: string, database: number): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
