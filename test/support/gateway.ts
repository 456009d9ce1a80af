import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';

import { createApp } from '../../src/bootstrap/create-app.js';
import type { Role } from '../../src/common/context/index.js';
import { SERVICE_NAMES, type ServiceName, loadConfig } from '../../src/config/index.js';
import { UsersService } from '../../src/users/index.js';
import { createTestDatabase } from './postgres.js';
import { testRedisUrl } from './redis.js';
import { waitFor } from './wait-for.js';

/** Nobody listens on port 1: a test does not meet what happens to run on this machine. */
const NOWHERE = Object.fromEntries(SERVICE_NAMES.map((service) => [service, 'http://127.0.0.1:1']));

export const PASSWORD = 'a-password-for-tests';

export interface GatewayOptions {
  readonly services?: Partial<Record<ServiceName, string>>;
  /** Environment variables, `IRIS__…` among them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole gateway in this process, on a free port, on a database of its own. */
export class TestGateway {
  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start({ services = {}, env = {} }: GatewayOptions = {}): Promise<TestGateway> {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'iris-test-'));
    const config = loadConfig({
      cwd: folder,
      configDir: join(process.cwd(), 'config'),
      env: {
        NODE_ENV: 'test',
        TESTING: 'true',
        IRIS_DATA_DIR: folder,
        API_GATEWAY_HOST: '127.0.0.1',
        API_GATEWAY_PORT: '0',
        IRIS__monitoring__prometheus__port: '0',
        // What a test leaves under way is not waited for.
        IRIS__server__drain_timeout_seconds: '1',
        ALLOWED_HOSTS: '["127.0.0.1", "localhost"]',
        JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
        DATABASE_URL: database.url,
        REDIS_URL: await testRedisUrl(),
        SERVICE_URLS: JSON.stringify({ ...NOWHERE, ...services }),
        ...env,
      },
    });
    const app = await createApp(config);
    await app.listen(config.server.port, config.server.host);
    const gateway = new TestGateway(app, await app.getUrl(), async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
    await waitFor(async () => (await gateway.fetch('/health/ready')).ok, 'the gateway is ready', 50_000);
    return gateway;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), init);
  }

  async createUser(email: string, role: Role = 'user'): Promise<void> {
    await this.app.get(UsersService, { strict: false }).create({ email, password: PASSWORD, role });
  }

  /** Creates a user and logs it in. */
  async tokenOf(email: string, role: Role = 'user'): Promise<string> {
    await this.createUser(email, role);
    const response = await this.fetch('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
  }

  async stop(): Promise<void> {
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
    await this.cleanUp();
  }
}
