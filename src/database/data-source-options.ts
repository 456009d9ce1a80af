import type { ClientBase } from 'pg';
import type { DataSourceOptions } from 'typeorm';

import type { AppConfig } from '../config/index.js';
import { MIGRATIONS } from './migrations/index.js';

/** A statement of ours that waits longer than this for a lock is better retried. */
const LOCK_TIMEOUT_MS = 2_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
/** A server that hangs does not enforce its own timeout, so the client has one, a little later. */
const HUNG_SERVER_MARGIN_MS = 1_000;

export type PoolAddress =
  | { readonly connectionString: string }
  | { readonly host: string; readonly user: string; readonly database: string };

/** @param socketFolder where the embedded server listens; without it, `config.url` says where the server is */
export function dataSourceOptions(config: AppConfig['database'], socketFolder?: string): DataSourceOptions {
  return {
    type: 'postgres',
    applicationName: 'iris-api-gateway',
    migrations: [...MIGRATIONS],
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: config.pool_size,
    connectTimeoutMS: config.connect_timeout_ms,
    extra: {
      onConnect: outliveErrors,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
      statement_timeout: config.statement_timeout_ms,
      query_timeout: config.statement_timeout_ms + HUNG_SERVER_MARGIN_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
    ...serverAddress(config, socketFolder),
  };
}

/** The options that say where the server is. */
export function serverAddress(
  config: AppConfig['database'],
  socketFolder?: string,
): { url: string } | { host: string; username: string; database: string } {
  if (socketFolder === undefined) return { url: config.url };
  return { host: socketFolder, username: 'postgres', database: 'postgres' };
}

/** The same server for a library that keeps a pool of its own. */
export function poolAddress(config: AppConfig['database'], socketFolder?: string): PoolAddress {
  const address = serverAddress(config, socketFolder);
  if ('url' in address) return { connectionString: address.url };
  return { host: address.host, user: address.username, database: address.database };
}

/**
 * For every connection of a pool. From one owner to the next it has no listener for a moment, and an error without one
 * ends the process: a server may end a connection just then. Whoever uses it next finds out.
 */
export function outliveErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}
