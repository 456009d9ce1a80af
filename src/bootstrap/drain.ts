import cluster from 'node:cluster';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { tracing } from '../common/tracing/index.js';
import type { AppConfig } from '../config/index.js';
import { DrainState } from '../health/index.js';
import { GatewayHttpAdapter } from './http-adapter.js';
import { isWorkerMessage } from './workers/messages.js';

/** How often connections that became idle are closed while draining. */
const SWEEP_MS = 50;

const FLUSH_TRACES_MS = 2_000;

const logger = new Logger('Drain');

/** SIGTERM and SIGINT end the process in order; a second one ends it at once. */
export function drainOnSignals(app: NestExpressApplication, server: AppConfig['server']): void {
  let signals = 0;
  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    logger.log({ reason }, 'shutting down');
    drainAndClose(app, server).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error(error, 'shutting down failed');
        process.exit(1);
      },
    );
  };
  const onSignal = (signal: string): void => {
    signals += 1;
    if (signals > 1) process.exit(1);
    end(signal);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // A parent that started us with a channel takes us with it, however it ends.
  process.once('disconnect', () => {
    end('the parent process is gone');
  });
  if (cluster.isWorker) onDrainMessage(end);
}

/** No signal: those of a terminal and of systemd reach the workers as well, and would then be second ones. */
function onDrainMessage(end: (reason: string) => void): void {
  process.on('message', (message) => {
    if (isWorkerMessage(message) && message.type === 'drain') end('the primary process ends');
  });
}

/** Not ready → wait for the load balancer → stop accepting → finish what runs → close the rest. */
export async function drainAndClose(app: NestExpressApplication, config: AppConfig['server']): Promise<void> {
  app.get(DrainState).begin();
  const adapter = app.getHttpAdapter();
  if (adapter instanceof GatewayHttpAdapter) adapter.announceEnd();
  await delay(config.drain_delay_seconds * 1000);
  await closeServer(app.getHttpServer(), config.drain_timeout_seconds * 1000);
  const leftMs = app.get(DrainState).remainingMs();
  await app.close();
  // Of what was under way, too; a collector that hangs is not waited for.
  await tracing()?.shutdown(Math.min(FLUSH_TRACES_MS, leftMs));
}

async function closeServer(server: Server, timeoutMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = Promise.withResolvers<undefined>();
  server.close(() => {
    closed.resolve(undefined);
  });
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const bound = setTimeout(() => {
    server.closeAllConnections();
  }, timeoutMs);
  await closed.promise;
  clearInterval(sweep);
  clearTimeout(bound);
}
