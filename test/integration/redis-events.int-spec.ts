import '../support/quiet-nest.js';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Redis } from 'ioredis';

import { ConfigModule } from '../../src/config/index.js';
import { HealthRegistry } from '../../src/health/index.js';
import { EventBus, RedisConnection, RedisModule, RedisUnavailableError } from '../../src/redis/index.js';
import { startRedis, testRedisUrl } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const CHANNEL = 'something.happened';

interface Replica {
  readonly module: TestingModule;
  readonly bus: EventBus;
  readonly connection: RedisConnection;
  readonly heard: unknown[];
  readonly gaps: number[];
}

const replicas: Replica[] = [];

async function startReplica(redisUrl: string): Promise<Replica> {
  const config = testConfig({ REDIS_URL: redisUrl });
  const imports = [ConfigModule.register(config), RedisModule];
  const module = await Test.createTestingModule({ imports }).compile();
  const [bus, connection] = [module.get(EventBus), module.get(RedisConnection)];
  const replica: Replica = { module, bus, connection, heard: [], gaps: [] };
  bus.subscribe(CHANNEL, (payload) => replica.heard.push(payload));
  bus.onGap(() => replica.gaps.push(performance.now()));
  replicas.push(replica);
  await module.init();
  return replica;
}

function channelOn(admin: Redis): string {
  return `iris:api_gateway:events:${admin.options.db ?? 0}:${CHANNEL}`;
}

/** Subscribed on Redis: what is published from now on arrives. */
async function whenListening(admin: Redis, count: number): Promise<void> {
  await waitFor(async () => {
    const [, subscribers = 0] = (await admin.pubsub('NUMSUB', channelOn(admin))) as [string?, number?];
    return subscribers >= count;
  }, `${count} subscribers`);
}

afterEach(async () => {
  await Promise.all(replicas.splice(0).map(({ module }) => module.close()));
});

describe('EventBus', () => {
  it('tells every replica once, the publisher at once', async () => {
    const url = await testRedisUrl();
    const admin = new Redis(url);
    const [first, second] = [await startReplica(url), await startReplica(url)];
    await whenListening(admin, 2);
    const published = first.bus.publish(CHANNEL, { id: 'a' });
    expect(first.heard).toEqual([{ id: 'a' }]);
    await published;
    await waitFor(() => second.heard.length > 0, 'the other replica has heard');
    await second.bus.publish(CHANNEL, { id: 'b' });
    await waitFor(() => first.heard.length > 1, 'the first replica has heard');
    expect([first.heard, second.heard]).toEqual([
      [{ id: 'a' }, { id: 'b' }],
      [{ id: 'a' }, { id: 'b' }],
    ]);
    admin.disconnect();
  });

  it('keeps gateways on other databases of the same Redis apart, and ignores what it cannot read', async () => {
    const [url, otherUrl] = [await testRedisUrl(), await testRedisUrl()];
    const admin = new Redis(url);
    const [first, other, second] = [
      await startReplica(url),
      await startReplica(otherUrl),
      await startReplica(url),
    ];
    await whenListening(admin, 2);
    const channel = channelOn(admin);
    await admin.publish(channel, 'not JSON');
    await admin.publish(channel, '{"payload":1}');
    await first.bus.publish(CHANNEL, { id: 'a' });
    await waitFor(() => second.heard.length > 0, 'the other replica has heard');
    expect(second.heard).toEqual([{ id: 'a' }]);
    expect(other.heard).toEqual([]);
    admin.disconnect();
  });

  it('works without Redis, for the one replica that there is', async () => {
    const { bus, heard, connection } = await startReplica('');
    await bus.publish(CHANNEL, { id: 'a' });
    expect(heard).toEqual([{ id: 'a' }]);
    expect(connection.client).toBeUndefined();
    await expect(connection.run((client) => client.ping())).rejects.toThrow(RedisUnavailableError);
  });
});

describe('when Redis fails', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());

  it('starts without it, and says when events may have been missed', async () => {
    await server.stop();
    const replica = await startReplica(server.url);
    const [dependency] = replica.module.get(HealthRegistry, { strict: false }).dependencies;
    await expect(replica.bus.publish(CHANNEL, { id: 'a' })).resolves.toBeUndefined();
    await expect(replica.connection.run((client) => client.ping())).rejects.toThrow(RedisUnavailableError);
    expect([dependency?.isUp(), dependency?.hasBeenUp()]).toEqual([false, false]);

    await server.start();
    await waitFor(() => replica.connection.isUp, 'connected');
    const admin = new Redis(server.url);
    await whenListening(admin, 1);
    await waitFor(() => replica.gaps.length === 1, 'what happened before is a gap as well');
    await admin.client('KILL', 'TYPE', 'pubsub');
    await waitFor(() => replica.gaps.length === 2, 'the gap is reported');
    await whenListening(admin, 1);
    expect([dependency?.isUp(), dependency?.hasBeenUp()]).toEqual([true, true]);
    admin.disconnect();
  });

  it('tells the others that they have missed something, when Redis hung for a moment and kept its connections', async () => {
    const [first, second] = [await startReplica(server.url), await startReplica(server.url)];
    await waitFor(() => first.gaps.length + second.gaps.length === 2, 'both listen');
    await server.pause();
    // The first three wait for an answer and arrive late; the others are not even sent.
    for (let id = 1; id <= 5; id += 1) await first.bus.publish(CHANNEL, { id });
    await server.resume();
    await waitFor(() => second.gaps.length === 2, 'the gap is told');
    expect(second.heard).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(first.gaps).toHaveLength(1);
  });

  it('goes on telling the others while Redis takes no writes', async () => {
    const [first, second] = [await startReplica(server.url), await startReplica(server.url)];
    const admin = new Redis(server.url);
    await whenListening(admin, 2);
    await admin.replicaof('127.0.0.1', 1);
    for (let i = 0; i < 5; i += 1) {
      const written = first.connection.run((client) => client.set('key', 'value'));
      await expect(written).rejects.toThrow(RedisUnavailableError);
    }
    await first.bus.publish(CHANNEL, { id: 'a' });
    await waitFor(() => second.heard.length > 0, 'the other replica has heard');
    await admin.replicaof('NO', 'ONE');
    admin.disconnect();
  });

  it('gives up on a Redis that hangs, at once after three times, and finds it again', async () => {
    const { connection } = await startReplica(server.url);
    await waitFor(() => connection.isUp, 'connected');
    await server.pause();
    for (let i = 0; i < 3; i += 1) {
      await expect(connection.run((client) => client.ping())).rejects.toThrow(RedisUnavailableError);
    }
    const startedAt = performance.now();
    for (let i = 0; i < 20; i += 1) {
      await expect(connection.run((client) => client.ping())).rejects.toThrow(RedisUnavailableError);
    }
    expect(performance.now() - startedAt).toBeLessThan(90);
    await server.resume();
    await waitFor(
      () =>
        connection
          .run((client) => client.ping())
          .then(
            () => true,
            () => false,
          ),
      'Redis answers again',
      8_000,
    );
  });
});
