import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const STOP_MS = 20_000;
const READY_MS = 60_000;
const POLL_MS = 5;
const SHOWN_OUTPUT_CHARACTERS = 2_000;

/** They end with us, however we end, unless we are killed outright. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** A channel to a program of Node, which says where it listens. */
  readonly ipc?: boolean;
}

/** A program that is measured, or that helps to; its standard output goes nowhere, as fast as that can be. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;
  #errors = '';

  constructor([command = '', ...args]: readonly string[], { env = {}, cwd, ipc = false }: ChildOptions = {}) {
    this.#process = spawn(command, args, {
      env: { ...process.env, ...env },
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
    });
    running.add(this.#process);
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-SHOWN_OUTPUT_CHARACTERS);
    });
    this.#ended = this.#failWhenEnded(command);
    // Only whoever waits for something wants to know.
    this.#ended.catch(() => undefined);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Its next message. @throws Error when it ends before that */
  message<T>(): Promise<T> {
    return Promise.race([once(this.#process, 'message').then(([message]) => message as T), this.#ended]);
  }

  send(message: object): void {
    this.#process.send(message);
  }

  /** Asks until the address answers with success. @throws Error when the program ends, or takes a minute */
  async answers(url: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    const endsAt = performance.now() + READY_MS;
    while (!(await Promise.race([isAnswered(url, headers), this.#ended]))) {
      if (performance.now() > endsAt) throw new Error(`${url} does not answer: ${this.#errors}`);
      await delay(POLL_MS);
    }
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    const lastResort = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    this.#process.kill('SIGTERM');
    await exited;
    clearTimeout(lastResort);
  }

  async #failWhenEnded(command: string): Promise<never> {
    const [code] = (await once(this.#process, 'exit')) as [number | null];
    running.delete(this.#process);
    throw new Error(`${command} ended with ${code ?? 'a signal'}: ${this.#errors}`);
  }
}

async function isAnswered(url: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
  const response = await fetch(url, { headers }).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok ?? false;
}
