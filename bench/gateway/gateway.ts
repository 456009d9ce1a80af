import { join } from 'node:path';

import { Child } from '../machine/child.ts';
import { type Cores, onProxyCore } from '../machine/cores.ts';
import type { Site, Target } from '../peers/index.ts';
import type { BackingServices } from './run-resources.ts';
import { type Account, createAccount, gatewayEnvironment } from './environment.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/main.js');
const PROBE = join(import.meta.dirname, 'probe.ts');

export interface Memory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

export interface Gateway extends Target {
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyMs: number;
  /** After a full garbage collection; only where it was started with a probe. */
  memory(): Promise<Memory>;
}

/** Starts the built gateway, again and again with the same settings and the same account. */
export class GatewayStarter {
  readonly #env: NodeJS.ProcessEnv;
  readonly #account: Account = createAccount();
  readonly #cores: Cores | undefined;

  constructor(site: Site, backing: BackingServices | undefined) {
    this.#env = gatewayEnvironment(site, this.#account, backing);
    this.#cores = site.cores;
  }

  /** @param withProbe to ask for its memory */
  async start({ withProbe = false } = {}): Promise<Gateway> {
    const startedAt = performance.now();
    const probe = withProbe ? ['--import', PROBE] : [];
    // As `npm start` does.
    const command = onProxyCore(this.#cores, [process.execPath, '--expose-gc', ...probe, PROGRAM]);
    const child = new Child(command, { cwd: ROOT, env: this.#env, ipc: true });
    const { url: listensAt } = await child.message<{ url: string }>();
    const url = listensAt.replace('localhost', '127.0.0.1');
    await child.answers(`${url}/health/ready`);
    const readyMs = performance.now() - startedAt;
    return {
      url,
      readyMs,
      pid: child.pid,
      headers: { authorization: `Bearer ${await logIn(url, this.#account)}` },
      memory: () => {
        child.send({ type: 'memory' });
        return child.message<Memory>();
      },
      stop: () => child.stop(),
    };
  }
}

async function logIn(url: string, { email, password }: Account): Promise<string> {
  const response = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`the gateway refuses the login: ${await response.text()}`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
