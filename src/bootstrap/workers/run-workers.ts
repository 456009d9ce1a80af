import { setTimeout as delay } from 'node:timers/promises';

import type { Logger } from 'pino';

import type { AppConfig } from '../../config/index.js';
import { createLogging } from '../../logging/index.js';
import { WorkersMetricsServer } from '../../metrics/index.js';
import { WorkerSlot } from './worker-slot.js';

/** What a worker gets beside the drain's own bounds, to close its connections. */
const CLOSING_MS = 5_000;

/**
 * The primary process: workers that share one port, and the metrics of all.
 * @throws Error when they cannot listen
 */
export async function runWorkers(config: AppConfig, count: number): Promise<void> {
  const logger = createLogging(config).logger.child({ context: 'Workers' });
  const slots = Array.from({ length: count }, () => new WorkerSlot(envOf(config, count), logger));
  endOnSignals(slots, config.server, logger);
  const metricsUrl = await new WorkersMetricsServer(config).listen();
  const [url] = await Promise.all(slots.map((slot) => slot.start()));
  logger.info({ url, metricsUrl, workers: count }, 'listening');
  process.send?.({ type: 'ready', url, metricsUrl });
}

/** While Redis is away, every worker is content with its share of the limits. */
function envOf({ runtime }: AppConfig, count: number): Record<string, string> {
  return { IRIS__runtime__replica_count: String(runtime.replica_count * count) };
}

function endOnSignals(slots: readonly WorkerSlot[], server: AppConfig['server'], logger: Logger): void {
  let ending = false;
  const end = (reason: string): void => {
    if (ending) endNow(slots);
    ending = true;
    logger.info({ reason }, 'shutting down');
    void endAll(slots, server);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.once('disconnect', () => {
    end('the parent process is gone');
  });
}

async function endAll(slots: readonly WorkerSlot[], server: AppConfig['server']): Promise<void> {
  const boundMs = (server.drain_delay_seconds + server.drain_timeout_seconds) * 1000 + CLOSING_MS;
  void delay(boundMs).then(() => {
    endNow(slots);
  });
  const inOrder = await Promise.all(slots.map((slot) => slot.end()));
  process.exit(inOrder.every(Boolean) ? 0 : 1);
}

function endNow(slots: readonly WorkerSlot[]): never {
  for (const slot of slots) slot.kill();
  process.exit(1);
}
