import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface ProcessReady {
  readonly url: string;
  readonly metricsUrl: string;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly output: string;
}

/** Tests share an address and users; those of limits set their own. */
const GENEROUS_LIMITS = Object.fromEntries(
  ['default', 'authenticated', 'admin', 'processing'].map((tier) => [
    `IRIS__rate_limiting__${tier}__limit`,
    '1000000/hour',
  ]),
);

/** The compiled gateway as a process of its own, with nothing but the environment that a test gives. */
export class GatewayProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<ProcessEnd>;
  readonly #ready: Promise<ProcessReady>;

  constructor(env: Readonly<Record<string, string>>) {
    const { PATH = '' } = process.env;
    this.#child = fork(join(process.cwd(), 'dist/main.js'), {
      env: {
        PATH,
        API_GATEWAY_HOST: '127.0.0.1',
        API_GATEWAY_PORT: '0',
        IRIS__monitoring__prometheus__port: '0',
        // Never the folder of a gateway that this machine may really run.
        ...(env.IRIS_DATA_DIR === undefined ? {} : { LOG_DIR: join(env.IRIS_DATA_DIR, 'logs') }),
        ...GENEROUS_LIMITS,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#ended = this.#watch();
    this.#ready = once(this.#child, 'message').then(([message]) => message as ProcessReady);
  }

  /** Where it listens; fails when it ends before that. */
  async ready(): Promise<ProcessReady> {
    const tooSoon = this.#ended.then(({ output }) => {
      throw new Error(`the gateway ended too soon:\n${output}`);
    });
    return Promise.race([this.#ready, tooSoon]);
  }

  /** Node's `close` event does not come after a disconnect, so the parts of it are awaited here. */
  async #watch(): Promise<ProcessEnd> {
    const { stdout, stderr } = this.#child;
    const exited = once(this.#child, 'exit');
    const output = await Promise.all([stdout, stderr].map((stream) => text(stream ?? Readable.from([]))));
    const [code] = (await exited) as [number | null];
    return { code, output: output.join('') };
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** The parent goes away, as far as the gateway can tell. */
  disconnect(): void {
    this.#child.disconnect();
  }

  end(): Promise<ProcessEnd> {
    return this.#ended;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

/** A folder that goes when the test file is done with it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'iris-test-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
