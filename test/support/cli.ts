import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const PROGRAM = join(process.cwd(), 'clients/cli/main.ts');

export interface CliEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What stands in standard input; undefined: it stays open. */
  readonly input?: string | undefined;
  readonly cwd?: string;
}

/** The command line as a user runs it, with nothing but the environment that a test gives. */
export class CliProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<CliEnd>;
  #stderr = '';

  constructor(args: readonly string[], options: CliOptions = {}) {
    const { env = {}, input, cwd = process.cwd() } = { input: '', ...options };
    const child = spawn(process.execPath, [PROGRAM, ...args], { env, cwd, stdio: 'pipe' });
    child.stdin.on('error', () => undefined);
    if (input !== undefined) child.stdin.end(input);
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr += chunk.toString();
    });
    this.#child = child;
    const closed = once(child, 'close') as Promise<[number | null]>;
    this.#ended = Promise.all([closed, text(child.stdout)]).then(([[code], stdout]) => ({
      code,
      stdout,
      stderr: this.#stderr,
    }));
  }

  /** So far. */
  get stderr(): string {
    return this.#stderr;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  end(): Promise<CliEnd> {
    return this.#ended;
  }
}

export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliEnd> {
  return new CliProcess(args, options).end();
}

/** Lines of JSON. */
export function jsonLines<Line>(stdout: string): Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
