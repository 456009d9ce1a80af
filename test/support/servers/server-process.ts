import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

import { signalTree } from './process-tree.ts';
import type { Recipe } from './recipe.ts';

/** A container's image may have to be fetched first. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 5_000;
const SHOWN_OUTPUT_CHARACTERS = 2_000;
const DOCKER_COMMANDS: Partial<Record<NodeJS.Signals, string>> = { SIGSTOP: 'pause', SIGCONT: 'unpause' };

/** One server of a test run; started and ended any number of times with the same address and data. */
export class ServerProcess {
  readonly recipe: Recipe;
  #child: ChildProcess | undefined;
  #isPaused = false;

  constructor(recipe: Recipe) {
    this.recipe = recipe;
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    if (this.#child) return;
    const { command, args, cwd, identity } = this.recipe;
    const env = { PATH: process.env.PATH ?? '', HOME: cwd, LC_ALL: 'C' };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...identity });
    this.#child = child;
    child.once('exit', () => (this.#child = undefined));
    await outputMatches(child, this.recipe.ready);
  }

  /** Ends it at once, as a crash would. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.resume();
    const exited = once(child, 'exit');
    this.#signal(this.recipe.stopSignal);
    const lastResort = setTimeout(() => {
      this.#signal('SIGKILL');
    }, STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(lastResort);
  }

  /** It keeps its connections and answers nothing. */
  pause(): void {
    if (!this.#isPaused) this.#signal('SIGSTOP');
    this.#isPaused = true;
  }

  resume(): void {
    if (this.#isPaused) this.#signal('SIGCONT');
    this.#isPaused = false;
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    const { container } = this.recipe;
    if (container === undefined && (signal === 'SIGSTOP' || signal === 'SIGCONT')) signalTree(pid, signal);
    else if (container === undefined) process.kill(pid, signal);
    else execFileSync('docker', [DOCKER_COMMANDS[signal] ?? 'kill', container], { stdio: 'ignore' });
  }
}

async function outputMatches(child: ChildProcess, pattern: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
    if (pattern.test(output)) resolve(undefined);
  };
  const fail = (reason: string): void => {
    reject(new Error(`${child.spawnfile} ${reason}:\n${output.slice(-SHOWN_OUTPUT_CHARACTERS)}`));
  };
  const timer = setTimeout(fail, START_TIMEOUT_MS, 'does not start');
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('error', reject);
  child.once('exit', (code) => {
    fail(`ended with ${code ?? 'a signal'}`);
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    stopReading(child, read);
  }
}

/** From now on its output is only drained, so that it never waits for a reader. */
function stopReading(child: ChildProcess, read: (chunk: Buffer) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.off('data', read);
    stream?.resume();
  }
}
