import { parseArgs } from 'node:util';

/** How long and how often is measured. */
export interface Effort {
  /** Until the compiler of a program has seen enough of it: so many requests, or so many seconds. */
  readonly warmUpRequests: number;
  readonly warmUpSeconds: number;
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly latencySeconds: number;
  readonly uploads: number;
  readonly concurrentUploads: number;
  readonly clients: number;
  readonly starts: number;
}

const QUICK: Effort = {
  warmUpRequests: 20_000,
  warmUpSeconds: 3,
  rounds: 3,
  roundSeconds: 0.6,
  latencySeconds: 2,
  uploads: 10,
  concurrentUploads: 100,
  clients: 5_000,
  starts: 1,
};

const FULL: Effort = {
  warmUpRequests: 100_000,
  warmUpSeconds: 15,
  rounds: 5,
  roundSeconds: 6,
  latencySeconds: 20,
  uploads: 50,
  concurrentUploads: 100,
  clients: 20_000,
  starts: 5,
};

export interface Options {
  readonly quick: boolean;
  readonly effort: Effort;
  /** Minutes of steady load; 0 for none. */
  readonly soakMinutes: number;
  /** Names of the scenarios to run; empty for all. */
  readonly only: readonly string[];
  /** A path of the gateway that ends at a microservice. */
  readonly proxyPath: string;
}

export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      soak: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
      'proxy-path': { type: 'string', default: '/services/image_processor/documents/1' },
    },
  });
  return {
    quick: values.quick,
    effort: values.quick ? QUICK : FULL,
    soakMinutes: readMinutes(values.soak),
    only: values.only.split(',').filter((name) => name !== ''),
    proxyPath: values['proxy-path'],
  };
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (Number.isFinite(minutes) && minutes >= 0) return minutes;
  throw new Error(`--soak takes minutes, not ${text}`);
}
