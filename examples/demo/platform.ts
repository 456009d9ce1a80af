import { setTimeout as delay } from 'node:timers/promises';

import { type Processes, preferPort, type Ready } from './processes.ts';

const READY_MS = 60_000;
const POLL_MS = 100;

export interface PlatformOptions {
  /** Empty; the gateway's embedded database goes there. */
  readonly dataDir: string;
  /** Of the administrator that the gateway makes. */
  readonly account: { readonly email: string; readonly password: string };
}

/** The four reference microservices and a gateway in front of them, ready. */
export async function startPlatform(processes: Processes, options: PlatformOptions): Promise<Ready> {
  const { urls = {} } = await processes.start('examples/microservices/main.ts', {
    IMAGE_PROCESSOR_PORT: await preferPort(8001),
    ML_EMBEDDINGS_PORT: await preferPort(8002),
    ML_CLASSIFIER_PORT: await preferPort(8003),
    OCR_EXTRACTOR_PORT: await preferPort(8004),
  });
  const gateway = await processes.start('dist/main.js', await gatewayEnvironment(urls, options));
  await waitUntilReady(gateway.url ?? '');
  return gateway;
}

async function gatewayEnvironment(
  urls: Readonly<Record<string, string>>,
  { dataDir, account }: PlatformOptions,
): Promise<NodeJS.ProcessEnv> {
  return {
    NODE_ENV: 'development',
    DATABASE_URL: '',
    REDIS_URL: '',
    API_GATEWAY_PORT: await preferPort(8000),
    IRIS__monitoring__prometheus__port: await preferPort(9090),
    SERVICE_URLS: JSON.stringify(urls),
    IRIS_DATA_DIR: dataDir,
    LOG_LEVEL: 'ERROR',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  };
}

async function waitUntilReady(url: string): Promise<void> {
  const endsAt = performance.now() + READY_MS;
  while (!(await isReady(url))) {
    if (performance.now() > endsAt) throw new Error('the gateway did not become ready');
    await delay(POLL_MS);
  }
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/ready`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}
