import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const PROXY_CORE = '1';

/** Which cores the proxy under test and everything else run on; undefined where they cannot be told apart. */
export interface Cores {
  readonly proxy: string;
  readonly rest: string;
}

/** Moves this process, and so all that it starts, off the core of the proxy under test. */
export function reserveCores(): Cores | undefined {
  const count = availableParallelism();
  if (count < 2) return undefined;
  const rest = count === 2 ? '0' : `0,2-${count - 1}`;
  const isMoved = [['--all-tasks'], ['--all-tasks'], []].some((scope) => moveTo(rest, scope));
  return isMoved ? { proxy: PROXY_CORE, rest } : undefined;
}

/** All threads, or at least the main one, from which programs are started: a thread that ends meanwhile is an error. */
function moveTo(cores: string, scope: readonly string[]): boolean {
  try {
    execFileSync('taskset', [...scope, '--cpu-list', '--pid', cores, String(process.pid)], { stdio: 'pipe' });
    return true;
  } catch (error) {
    console.log(`  taskset: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** The command that runs a program on the core of the proxy under test. */
export function onProxyCore(cores: Cores | undefined, command: readonly string[]): string[] {
  return cores ? ['taskset', '--cpu-list', cores.proxy, ...command] : [...command];
}
