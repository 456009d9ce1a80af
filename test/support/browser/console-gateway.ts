import { callApi } from '../api-client.js';
import type { Role } from '../../../src/common/context/index.js';
import { GatewayProcess, temporaryFolder } from '../gateway-process.js';
import { TestMicroservices } from '../microservices.js';
import { createTestDatabase } from '../postgres.js';
import { testRedisUrl } from '../redis.js';
import { freePort } from '../servers/free-port.js';
import { waitFor } from '../wait-for.js';

export interface Account {
  readonly email: string;
  readonly password: string;
}

export const ADMIN: Account = {
  email: 'root@iris.example.com',
  password: 'violet umbrella on a tall shelf',
};
const PASSWORD = 'mi gato come lechuga azul';

/** What a browser talks to: a gateway that can be started again at the same address, and its microservices. */
export class ConsoleGateway {
  #process: GatewayProcess | undefined;

  private constructor(
    readonly url: string,
    readonly microservices: TestMicroservices,
    private readonly env: Readonly<Record<string, string>>,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<ConsoleGateway> {
    const folder = temporaryFolder();
    const [database, redisUrl, microservices, port] = await Promise.all([
      createTestDatabase(),
      testRedisUrl(),
      TestMicroservices.start(),
      freePort(),
    ]);
    const gateway = new ConsoleGateway(
      `http://127.0.0.1:${port}`,
      microservices,
      {
        NODE_ENV: 'test',
        API_GATEWAY_PORT: String(port),
        IRIS_DATA_DIR: folder.path,
        DATABASE_URL: database.url,
        REDIS_URL: redisUrl,
        SERVICE_URLS: JSON.stringify(microservices.urls),
        JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        IRIS__auth__argon2__memory_kib: '8192',
        IRIS__server__drain_delay_seconds: '0',
        IRIS__server__drain_timeout_seconds: '1',
        ...env,
      },
      async () => {
        await Promise.all([microservices.stop(), database.drop()]);
        folder.remove();
      },
    );
    await gateway.up();
    return gateway;
  }

  /** Also after `down`: at the same address, on the same stores. */
  async up(): Promise<void> {
    if (this.#process) return;
    this.#process = new GatewayProcess(this.env);
    const { url } = await this.#process.ready();
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  }

  /** As an operator who starts it again does. */
  async down(): Promise<void> {
    this.#process?.signal('SIGTERM');
    await this.#process?.end();
    this.#process = undefined;
  }

  async stop(): Promise<void> {
    await this.#process?.kill();
    await this.cleanUp();
  }

  async createUser(email: string, role: Role): Promise<Account> {
    const token = await this.tokenOf(ADMIN);
    const body = { email, role, password: PASSWORD };
    const { status } = await callApi(this.url, 'POST /admin/users', { token, body });
    if (status !== 200 && status !== 201) throw new Error(`POST /admin/users answered ${status}`);
    return { email, password: PASSWORD };
  }

  async tokenOf({ email, password }: Account): Promise<string> {
    const options = { body: { email, password } };
    return (await callApi<{ access_token: string }>(this.url, 'POST /auth/login', options)).body.access_token;
  }
}
