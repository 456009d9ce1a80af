import { Redis } from 'ioredis';

import { Connection, isSuccess } from '../load/connection.ts';
import { type Request, encode } from '../load/request.ts';
import { probe } from './probe.ts';
import { type Scenario, SkippedError } from './scenario.ts';

/** Open to everybody, limited by address, and asks nobody else. */
const PATH = '/.well-known/jwks.json';
const CONNECTIONS = 20;
const SCRIPT_STATISTICS = /^cmdstat_(?:eval|evalsha|fcall):calls=(\d+),usec=(\d+)/gm;

interface RedisUse {
  readonly keys: number;
  readonly bytes: number;
  readonly scriptCalls: number;
  readonly scriptMicroseconds: number;
}

/** What a decision of the limiter costs Redis, seen from Redis: one request of each of many new clients. */
export const limiter: Scenario = {
  name: 'limiter',
  async run({ gateway, backing, options }) {
    if (!backing) throw new SkippedError('the limiter is measured with Redis only');
    const { headers } = await probe(gateway.url, requestOf(0));
    if (!headers.has('x-rate-limit-limit')) throw new SkippedError('the gateway limits nothing yet');
    const redis = new Redis(backing.redisUrl);
    try {
      const { clients } = options.effort;
      const before = await usageOf(redis);
      await callAs(gateway.url, clients);
      const after = await usageOf(redis);
      if (after.keys - before.keys < clients * 0.9) {
        throw new SkippedError('clients leave no entry of their own in Redis');
      }
      const calls = after.scriptCalls - before.scriptCalls;
      return {
        limiterCallsPerRequest: calls / clients,
        limiterRedisMicroseconds: (after.scriptMicroseconds - before.scriptMicroseconds) / calls,
        limiterBytesPerClient: (after.bytes - before.bytes) / clients,
      };
    } finally {
      redis.disconnect();
    }
  },
};

function requestOf(client: number): Request {
  const address = `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`;
  return { method: 'GET', path: PATH, headers: { 'x-forwarded-for': address } };
}

async function callAs(url: string, clients: number): Promise<void> {
  let next = 1;
  const drive = async (): Promise<void> => {
    const connection = await Connection.open(url);
    while (next <= clients) {
      const status = await connection.exchange(encode(url, requestOf(next++)));
      if (!isSuccess(status)) throw new Error(`GET ${PATH} answers ${status}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, drive));
}

async function usageOf(redis: Redis): Promise<RedisUse> {
  const [keys, memory, commands] = await Promise.all([
    redis.dbsize(),
    redis.info('memory'),
    redis.info('commandstats'),
  ]);
  const scripts = [...commands.matchAll(SCRIPT_STATISTICS)];
  const sum = (group: 1 | 2): number => scripts.reduce((total, match) => total + Number(match[group]), 0);
  return {
    keys,
    bytes: Number(/^used_memory:(\d+)/m.exec(memory)?.[1]),
    scriptCalls: sum(1),
    scriptMicroseconds: sum(2),
  };
}
