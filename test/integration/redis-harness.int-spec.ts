import { afterAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { startRedis, testRedisUrl } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';

describe('testRedisUrl', () => {
  it('gives every caller an empty database of its own', async () => {
    const urls = await Promise.all([testRedisUrl(), testRedisUrl()]);
    const clients = urls.map((url) => new Redis(url));
    await Promise.all(clients.map((client, index) => client.set('key', index)));
    await expect(Promise.all(clients.map((client) => client.get('key')))).resolves.toEqual(['0', '1']);
    clients.forEach((client) => {
      client.disconnect();
    });
  });
});

describe('startRedis', () => {
  let server: OwnServer;
  afterAll(() => server.close());

  it('can be paused, resumed, stopped and started at the same address', async () => {
    server = await startRedis();
    const options = { commandTimeout: 200, maxRetriesPerRequest: 0, retryStrategy: () => null };
    const client = new Redis(server.url, { ...options, lazyConnect: true });
    client.on('error', () => undefined);
    await client.connect();
    await server.pause();
    await expect(client.ping()).rejects.toThrow('timed out');
    await server.resume();
    await expect(client.ping()).resolves.toBe('PONG');
    await server.stop();
    await expect(client.ping()).rejects.toThrow();
    await server.start();
    await client.connect();
    await expect(client.ping()).resolves.toBe('PONG');
    client.disconnect();
  });
});
