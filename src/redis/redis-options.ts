import type { RedisOptions } from 'ioredis';

import { type AppConfig, redisTarget } from '../config/index.js';

/** A Redis that comes and goes must not be met by a storm of connections. */
const RECONNECT_AFTER_MS = 1_000;

/** @returns undefined when no Redis is configured, and everything is kept in memory */
export function redisOptions({ redis }: AppConfig['cache']): RedisOptions | undefined {
  const target = redisTarget(redis);
  if (!target) return undefined;
  const { tls, ...address } = target;
  return {
    ...address,
    ...(tls ? { tls: {} } : {}),
    connectionName: 'iris-api-gateway',
    connectTimeout: redis.socket_connect_timeout * 1000,
    commandTimeout: redis.socket_timeout * 1000,
    keepAlive: redis.socket_keepalive ? (redis.socket_keepalive_options.initial_delay ?? 0) * 1000 : -1,
    // A command fails now rather than late, and is never sent twice: it may have been carried out.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
    retryStrategy: () => RECONNECT_AFTER_MS,
    // The connection is made when the application starts.
    lazyConnect: true,
  };
}
