import { cpus, release, type } from 'node:os';

import type { Cores } from '../machine/cores.ts';
import type { Options } from '../options.ts';

export interface Circumstances {
  readonly options: Options;
  readonly cores: Cores | undefined;
  /** Whether PostgreSQL and Redis were real. */
  readonly isReal: boolean;
  /** Load average of the machine before the run. */
  readonly loadBefore: number;
}

/** The circumstances, without which no figure means anything. */
export function describeRun({ options, cores, isReal, loadBefore }: Circumstances): string[] {
  const { rounds, roundSeconds } = options.effort;
  const model = cpus()[0]?.model ?? 'unknown processor';
  return [
    `${model}, ${cpus().length} cores, ${type()} ${release()}, Node ${process.version}`,
    cores
      ? `proxy under test on core ${cores.proxy}; load, microservice, PostgreSQL and Redis on core ${cores.rest}`
      : 'cores are not pinned here: the proxy and the load share them',
    isReal
      ? 'the gateway as in production, with PostgreSQL and Redis'
      : 'the gateway with its embedded database and without Redis: PostgreSQL or Redis is missing here',
    `${rounds} alternating rounds of ${roundSeconds} s; load of the machine before them: ${loadBefore.toFixed(2)}`,
  ];
}
