import { Logger } from '@nestjs/common';

import { type AppConfig, ConfigError, loadConfig } from '../config/index.js';
import { MetricsServer } from '../metrics/index.js';
import { createApp } from './create-app.js';
import { drainOnSignals } from './drain.js';

/** Starts the gateway from files and environment, or ends the process with one readable reason. */
export async function startGateway(): Promise<void> {
  try {
    await listen(loadConfig());
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

async function listen(config: AppConfig): Promise<void> {
  const app = await createApp(config);
  drainOnSignals(app, config.server);
  const metricsUrl = await app.get(MetricsServer).listen();
  await app.listen(config.server.port, config.server.host);
  const url = publicUrl(await app.getUrl());
  new Logger('Gateway').log({ url, metricsUrl, docs: `${url}/docs` }, 'listening');
  // Whoever started us with a channel (the demo, a test) learns where we listen.
  process.send?.({ type: 'ready', url, metricsUrl });
}

/** An address for people: "all interfaces" is no place to point a browser at. */
function publicUrl(url: string): string {
  return url.replace(/\[::1?\]|0\.0\.0\.0|127\.0\.0\.1/, 'localhost');
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `The gateway cannot listen: ${error.message}. Is it already running? API_GATEWAY_PORT selects another port.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
