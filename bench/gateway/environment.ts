import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { Site } from '../peers/index.ts';
import type { BackingServices } from './run-resources.ts';

const SERVICES = ['image_processor', 'ml_embeddings', 'ml_classifier', 'ocr_extractor'];
const TIERS = ['default', 'authenticated', 'admin', 'processing'];
/** Counted like any other, and never reached. */
const LIMIT = '999999999/hour';

export interface Account {
  readonly email: string;
  readonly password: string;
}

export function createAccount(): Account {
  return { email: 'bench@iris.example.com', password: randomBytes(18).toString('base64url') };
}

/** As in production, with the limits out of reach; what a user may change and the rest as it is shipped. */
export function gatewayEnvironment(
  site: Pick<Site, 'upstreamUrl' | 'folder'>,
  account: Account,
  backing: BackingServices | undefined,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: backing ? 'production' : 'development',
    DATABASE_URL: backing?.databaseUrl ?? '',
    REDIS_URL: backing?.redisUrl ?? '',
    JWT_SECRET_KEY: randomBytes(48).toString('base64url'),
    JWT_ACCESS_TOKEN_EXPIRE_MINUTES: '600',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    API_GATEWAY_HOST: '127.0.0.1',
    API_GATEWAY_PORT: '0',
    ALLOWED_HOSTS: '["localhost", "127.0.0.1"]',
    TRUSTED_PROXIES: '["127.0.0.1"]',
    SERVICE_URLS: JSON.stringify(Object.fromEntries(SERVICES.map((name) => [name, site.upstreamUrl]))),
    IRIS_DATA_DIR: join(site.folder, 'data'),
    LOG_DIR: join(site.folder, 'logs'),
    LOG_LEVEL: 'INFO',
    IRIS__monitoring__prometheus__port: '0',
    IRIS__server__drain_delay_seconds: '0',
    ...Object.fromEntries(TIERS.map((tier) => [`IRIS__rate_limiting__${tier}__limit`, LIMIT])),
  };
}
