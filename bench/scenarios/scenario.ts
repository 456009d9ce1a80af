import type { BackingServices } from '../gateway/run-resources.ts';
import type { Gateway, GatewayStarter } from '../gateway/gateway.ts';
import type { Options } from '../options.ts';
import type { Site } from '../peers/index.ts';
import type { Figures } from '../report/figures.ts';
import type { Upstream } from '../upstream/upstream.ts';

/** What every scenario works with. */
export interface Bench {
  readonly options: Options;
  readonly site: Site;
  readonly backing: BackingServices | undefined;
  readonly starter: GatewayStarter;
  /** One that runs all the time. */
  readonly gateway: Gateway;
  readonly upstream: Upstream;
}

export interface Scenario {
  readonly name: string;
  /** @returns what was measured. @throws SkippedError when there is nothing to measure yet */
  run(bench: Bench): Promise<Figures>;
}

/** A scenario, or a part of one, that cannot be measured here, and why. */
export class SkippedError extends Error {}
