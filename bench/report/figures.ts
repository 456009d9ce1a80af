/** One way to handle a request, measured beside the others. */
export interface Row {
  readonly name: string;
  readonly does: string;
  readonly requestsPerSecond: number;
  /** Between rounds, as a share of the median. */
  readonly spread: number;
  /** User and system, of the whole process tree; undefined where it cannot be read. */
  readonly cpuMicroseconds: number | undefined;
  /** How much of its core the proxy used: well below 1, the load was the bottleneck and not the proxy. */
  readonly coreShare: number | undefined;
  readonly failures: number;
}

/** One upload after the other through one proxy. */
export interface UploadCost {
  readonly megabytesPerSecond: number;
  readonly cpuMillisecondsPerMegabyte: number | undefined;
}

/** Everything that a run may measure; a scenario fills in its part. */
export interface Figures {
  readonly rows?: readonly Row[];
  readonly addedP50Ms?: number;
  readonly addedP99Ms?: number;
  /** By name of the proxy. */
  readonly uploads?: Readonly<Record<string, UploadCost>>;
  readonly uploadGrowthMegabytes?: number;
  /** How often an upload was told to come again, because the gateway was busy. */
  readonly uploadRefusals?: number;
  readonly pipelineOverheadMs?: number;
  readonly limiterCallsPerRequest?: number;
  readonly limiterRedisMicroseconds?: number;
  readonly limiterBytesPerClient?: number;
  readonly readySeconds?: number;
  readonly soakHeapGrowthMegabytes?: number;
  readonly soakResidentGrowthMegabytes?: number;
}

/** Names of rows that targets refer to. */
export const RAW_NODE = 'raw Node';
export const IRIS_PROXIED = 'IRIS, proxied';
export const IRIS_CACHED = 'IRIS, cached result';
export const IRIS_OWN = 'IRIS, own answer';
