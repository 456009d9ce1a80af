import { type Answer, callApi, type CallOptions } from './api-client.js';
import { GatewayProcess, temporaryFolder } from './gateway-process.js';
import { waitFor } from './wait-for.js';

/** The first administrator, as the gateways make it. */
export const ADMIN = { email: 'root@iris.example.com', password: 'violet umbrella on a tall shelf' };
export const PERSON_PASSWORD = 'mi gato come lechuga azul';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

export interface Stores {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Two gateway processes on the same stores: what one of them changes, the other has to know. */
export class GatewayPair {
  private constructor(
    readonly here: string,
    readonly there: string,
    readonly stop: () => Promise<void>,
    /** One more on the same stores, which starts only now; ends with the pair. */
    readonly addReplica: () => Promise<string>,
  ) {}

  static async start(
    { databaseUrl, redisUrl }: Stores,
    env: Readonly<Record<string, string>> = {},
  ): Promise<GatewayPair> {
    const folder = temporaryFolder();
    const common = {
      NODE_ENV: 'test',
      IRIS_DATA_DIR: folder.path,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      IRIS__auth__argon2__memory_kib: '8192',
      ...env,
    };
    const processes: GatewayProcess[] = [];
    const add = (): Promise<string> => {
      const gateway = new GatewayProcess(common);
      processes.push(gateway);
      return whenReady(gateway);
    };
    const stop = async (): Promise<void> => {
      await Promise.all(processes.map((gateway) => gateway.kill()));
      folder.remove();
    };
    const [here, there] = await Promise.all([add(), add()]);
    return new GatewayPair(here, there, stop, add);
  }

  get both(): readonly string[] {
    return [this.here, this.there];
  }

  async logIn(url: string, email = ADMIN.email, password = ADMIN.password): Promise<Tokens> {
    const { status, body } = await callApi<Tokens>(url, 'POST /auth/login', { body: { email, password } });
    if (status !== 200) throw new Error(`the login was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}

async function whenReady(gateway: GatewayProcess): Promise<string> {
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  return url;
}

export async function statusOf(url: string, route: string, options: CallOptions = {}): Promise<number> {
  return (await callApi(url, route, options)).status;
}

/** An answer, and how long it took in milliseconds. */
export async function timed<Body>(work: () => Promise<Answer<Body>>): Promise<Answer<Body> & { ms: number }> {
  const startedAt = performance.now();
  const answer = await work();
  return { ...answer, ms: performance.now() - startedAt };
}
