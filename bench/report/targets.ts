import { ratio } from '../statistics.ts';
import { type Figures, IRIS_CACHED, IRIS_PROXIED, RAW_NODE, type Row } from './figures.ts';

/** What the gateway is to reach. */
export interface Target {
  readonly work: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: string;
  /** Undefined when this run did not measure it. */
  measured(figures: Figures): number | undefined;
}

export interface Verdict {
  readonly target: Target;
  readonly measured: number | undefined;
  readonly isReached: boolean | undefined;
}

export const TARGETS: readonly Target[] = [
  atMost('proxied request, every policy on: CPU', 2.5, '× raw Node', costRatio(IRIS_PROXIED, RAW_NODE)),
  atLeast('… ahead of Fastify', 1, '×', costRatio('Fastify', IRIS_PROXIED)),
  atLeast('… ahead of http-proxy-middleware', 3, '×', costRatio('http-proxy-middleware', IRIS_PROXIED)),
  atLeast('… ahead of a naive NestJS gateway', 10, '×', costRatio('naive NestJS', IRIS_PROXIED)),
  atLeast('… ahead of FastAPI', 10, '×', costRatio('FastAPI', IRIS_PROXIED)),
  atMost('cached result: CPU', 1.5, '× raw Node proxied', costRatio(IRIS_CACHED, RAW_NODE)),
  atMost('latency added at 500 requests/s, p50', 0.5, 'ms', (figures) => figures.addedP50Ms),
  atMost('latency added at 500 requests/s, p99', 3, 'ms', (figures) => figures.addedP99Ms),
  atMost('document: time beyond its critical path', 10, 'ms', (figures) => figures.pipelineOverheadMs),
  atLeast('upload of 20 MB: speed', 0.8, '× nginx', uploadRatio),
  atMost(
    '100 uploads of 20 MB at once: memory',
    64,
    'MB over idle',
    (figures) => figures.uploadGrowthMegabytes,
  ),
  atMost('limiter: round trips to Redis', 1, 'per request', (figures) => figures.limiterCallsPerRequest),
  atMost('limiter: memory', 200, 'bytes per client', (figures) => figures.limiterBytesPerClient),
  atMost('start until ready', 1.5, 's', (figures) => figures.readySeconds),
  // Of a heap of tens of megabytes, less than this is noise.
  atMost('heap growth after the first minute', 1, 'MB', (figures) => figures.soakHeapGrowthMegabytes),
];

export function judge(figures: Figures): Verdict[] {
  return TARGETS.map((target) => {
    const measured = target.measured(figures);
    return { target, measured, isReached: measured === undefined ? undefined : isWithin(target, measured) };
  });
}

/** CPU time of a request; where it cannot be read, what the rate says. Undefined when requests failed. */
export function cost(row: Row | undefined): number | undefined {
  if (!row || row.failures > 0) return undefined;
  return row.cpuMicroseconds ?? 1_000_000 / row.requestsPerSecond;
}

function isWithin({ bound, limit }: Target, measured: number): boolean {
  return bound === 'at most' ? measured <= limit : measured >= limit;
}

function costRatio(dividend: string, divisor: string): Target['measured'] {
  return ({ rows = [] }) => {
    const costOf = (name: string): number | undefined => cost(rows.find((row) => row.name === name));
    return ratio(costOf(dividend), costOf(divisor));
  };
}

function uploadRatio({ uploads = {} }: Figures): number | undefined {
  return ratio(uploads.IRIS?.megabytesPerSecond, uploads.nginx?.megabytesPerSecond);
}

function atMost(work: string, limit: number, unit: string, measured: Target['measured']): Target {
  return { work, bound: 'at most', limit, unit, measured };
}

function atLeast(work: string, limit: number, unit: string, measured: Target['measured']): Target {
  return { work, bound: 'at least', limit, unit, measured };
}
