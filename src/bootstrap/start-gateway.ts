import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';

import { type AppConfig, ConfigError, loadConfig } from '../config/index.js';

/** Starts the gateway from files and environment, or ends the process with one readable reason. */
export async function startGateway(): Promise<void> {
  try {
    await start(loadConfig());
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

/** Each is loaded only where it is needed: the primary has no application, and a single process has no workers. */
async function start(config: AppConfig): Promise<void> {
  const { workers } = config.server;
  const count = workers === 'auto' ? availableParallelism() : workers;
  if (cluster.isPrimary && count > 1) {
    const { runWorkers } = await import('./workers/run-workers.js');
    await runWorkers(config, count);
  } else {
    const { listen } = await import('./listen.js');
    await listen(config);
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `The gateway cannot listen: ${error.message}. Is it already running? API_GATEWAY_PORT selects another port.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
