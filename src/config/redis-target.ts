import type { AppConfig } from './app-config.js';

export interface RedisTarget {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
}

/** Where Redis is: what `url` says, completed by the keys beside it; undefined means in memory. */
export function redisTarget(redis: AppConfig['cache']['redis']): RedisTarget | undefined {
  if (redis.url === '') return undefined;
  const { protocol, hostname, port, pathname, username, password } = new URL(redis.url);
  const secret = decodeURIComponent(password) || redis.password;
  return {
    host: hostname.replace(/^\[|\]$/g, '') || redis.host,
    port: port === '' ? redis.port : Number(port),
    db: pathname.length > 1 ? Number(pathname.slice(1)) : redis.db,
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(secret === null ? {} : { password: secret }),
    tls: protocol === 'rediss:',
  };
}
