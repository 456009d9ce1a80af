import { collectTraces } from '../common/tracing/index.js';
import type { AppConfig } from '../config/index.js';

/** To be awaited before the application is made. Without an endpoint, nothing of OpenTelemetry's SDK is loaded. */
export async function startTracing(config: AppConfig['tracing']): Promise<void> {
  if (config.endpoint === '') return;
  const { createTracing } = await import('./create-tracing.js');
  collectTraces(createTracing(config));
}
