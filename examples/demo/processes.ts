import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Ready {
  readonly type: 'ready';
  readonly url?: string;
  readonly metricsUrl?: string;
  readonly urls?: Readonly<Record<string, string>>;
}

const ROOT = new URL('../../', import.meta.url);
const STOP_MS = 10_000;

/** The programs of the demo. They end with it, because they watch the channel to their parent. */
export class Processes {
  readonly #children: ChildProcess[] = [];

  /** @returns what the program says when it is ready; throws when it ends before that */
  async start(program: string, env: NodeJS.ProcessEnv): Promise<Ready> {
    const child = fork(fileURLToPath(new URL(program, ROOT)), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#children.push(child);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${program} ended with code ${String(code)} before it was ready`);
    });
    const ready = once(child, 'message').then(([message]) => message as Ready);
    return Promise.race([ready, ended]);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map(stopOne));
  }
}

async function stopOne(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const bound = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(bound);
}

/** The usual port when nobody has it, else any free one (0). */
export async function preferPort(port: number): Promise<string> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
  return free ? String(port) : '0';
}
