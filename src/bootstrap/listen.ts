import cluster from 'node:cluster';

import { Logger } from '@nestjs/common';

import type { AppConfig } from '../config/index.js';
import { MetricsServer, shareMetrics } from '../metrics/index.js';
import { startTracing } from '../tracing/index.js';
import { createApp } from './create-app.js';
import { drainOnSignals } from './drain.js';
import { tellThatAlive } from './workers/messages.js';

/** Creates the application and opens its ports; the metrics of a worker are served by the primary process. */
export async function listen(config: AppConfig): Promise<void> {
  if (cluster.isWorker) tellThatAlive();
  await startTracing(config.tracing);
  const app = await createApp(config);
  drainOnSignals(app, config.server);
  // Not sooner: messages wait for the first listener only, and one of them may be the order to end.
  if (cluster.isWorker) shareMetrics();
  const metricsUrl = cluster.isWorker ? undefined : await app.get(MetricsServer).listen();
  await app.listen(config.server.port, config.server.host);
  const url = publicUrl(await app.getUrl());
  new Logger('Gateway').log({ url, metricsUrl, docs: `${url}/docs` }, 'listening');
  // Whoever started us with a channel (the demo, a test, the primary process) learns where we listen.
  process.send?.({ type: 'ready', url, metricsUrl });
}

/** An address for people: "all interfaces" is no place to point a browser at. */
function publicUrl(url: string): string {
  return url.replace(/\[::1?\]|0\.0\.0\.0|127\.0\.0\.1/, 'localhost');
}
