import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { descendants } from '../../test/support/servers/process-tree.ts';

const MICROSECONDS = 1_000_000;
/** Positions in /proc/<pid>/stat after the name of the program, as in proc(5). */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

const hasProc = existsSync('/proc/self/stat');
const ticksPerSecond = hasProc ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 0;

export interface Metered<T> {
  readonly result: T;
  /** User and system; undefined where there is no /proc. */
  readonly cpuMicroseconds: number | undefined;
}

/** Does some work, and reads how much CPU time a process and its descendants took meanwhile. */
export async function meterCpu<T>(pid: number, work: () => Promise<T>): Promise<Metered<T>> {
  const before = cpuMicroseconds(pid);
  const result = await work();
  const after = cpuMicroseconds(pid);
  const isKnown = before !== undefined && after !== undefined;
  return { result, cpuMicroseconds: isKnown ? after - before : undefined };
}

function cpuMicroseconds(pid: number): number | undefined {
  return sumOverTree(pid, (member) => (ticksOf(member) * MICROSECONDS) / ticksPerSecond);
}

/** Resident memory of a process and its descendants; undefined where there is no /proc. */
export function residentBytes(pid: number): number | undefined {
  return sumOverTree(pid, (member) => {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  });
}

function sumOverTree(pid: number, measure: (pid: number) => number): number | undefined {
  if (!hasProc) return undefined;
  return [pid, ...descendants(pid)].reduce((sum, member) => sum + orZero(() => measure(member)), 0);
}

/** A process of the tree may end between being listed and being read. */
function orZero(measure: () => number): number {
  try {
    return measure();
  } catch {
    return 0;
  }
}

function ticksOf(pid: number): number {
  // The name, in brackets, may contain anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS]);
}
