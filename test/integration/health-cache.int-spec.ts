import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/config/index.js';
import { HealthCache } from '../../src/proxy/health/health-cache.js';
import type { ServiceClient } from '../../src/proxy/service-client/index.js';
import { RedisConnection } from '../../src/redis/index.js';
import { testRedisUrl } from '../support/redis.js';
import { serviceClient } from '../support/service-call.js';
import { waitFor } from '../support/wait-for.js';

const KEY = 'iris:api_gateway:health:ocr_extractor';
const URLS = 'http://127.0.0.1:1,http://127.0.0.1:2';

const replicas: { connection: RedisConnection; client: ServiceClient }[] = [];
let redisUrl: string;

/** A replica with its own connection and its own view of the instances. */
function replica(url = redisUrl) {
  const { cache: config } = loadConfig({ env: { REDIS_URL: url } });
  const connection = new RedisConnection(config);
  connection.onModuleInit();
  const client = serviceClient(URLS);
  replicas.push({ connection, client });
  return { cache: new HealthCache(connection, config), connection, client };
}

function states({ instances }: ServiceClient): string[] {
  return instances.all.map(({ state }) => state);
}

/** Both instances of a replica have been probed, and it has told so. */
async function shared(...outcomes: readonly [boolean, boolean]): Promise<RedisConnection> {
  const { cache, connection, client } = replica();
  await waitFor(() => connection.isUp, 'Redis is there');
  client.instances.all.forEach((instance, index) => {
    instance.probed(outcomes[index] === true, performance.now(), 1000);
  });
  cache.share(client);
  await waitFor(async () => (await connection.client?.exists(KEY)) === 1, 'it is written');
  return connection;
}

beforeEach(async () => {
  redisUrl = await testRedisUrl();
});

afterEach(async () => {
  for (const { connection, client } of replicas.splice(0)) {
    connection.onApplicationShutdown();
    await client.close();
  }
});

describe('HealthCache', () => {
  it('tells a new replica what another one has found, for as long as it is configured', async () => {
    const { client: redis } = await shared(true, false);
    expect(await redis?.pttl(KEY)).toBeGreaterThan(50_000);
    const fresh = replica();
    expect(await fresh.cache.recall([fresh.client])).toBe(true);
    expect(states(fresh.client)).toEqual(['available', 'failing_probes']);
  });

  it('is outweighed by the first probe of one’s own', async () => {
    await shared(false, false);
    const fresh = replica();
    const [first] = fresh.client.instances.all;
    first?.probed(true, performance.now(), 1000);
    await fresh.cache.recall([fresh.client]);
    expect(states(fresh.client)).toEqual(['available', 'failing_probes']);
    await fresh.cache.recall([fresh.client]);
    fresh.client.instances.all[1]?.probed(true, performance.now(), 1000);
    expect(states(fresh.client)).toEqual(['available', 'available']);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another shape', '{"http://127.0.0.1:1/":"yes"}'],
    ['not all instances', '{"http://127.0.0.1:1/":true}'],
  ])('does not say that all is known when Redis has %s', async (_what, text) => {
    const { cache, connection, client } = replica();
    await waitFor(() => connection.isUp, 'Redis is there');
    if (text !== undefined) await connection.client?.set(KEY, text);
    expect(await cache.recall([client])).toBe(false);
    expect(states(client)).toEqual(['available', 'available']);
  });

  it('fails, and tells nobody, where there is no Redis', async () => {
    for (const url of ['', 'redis://127.0.0.1:1']) {
      const { cache, client } = replica(url);
      client.instances.all[0]?.probed(true, performance.now(), 1000);
      cache.share(client);
      await expect(cache.recall([client])).rejects.toThrow();
    }
  });
});
