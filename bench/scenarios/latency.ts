import { type OpenLoopResult, openLoop } from '../load/open-loop.ts';
import type { Request } from '../load/request.ts';
import { median, quantile } from '../statistics.ts';
import { probe } from './probe.ts';
import type { Bench, Scenario } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';

const PER_SECOND = 500;
const ROUNDS = 3;

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** What the gateway adds to the time of a request, compared with the microservice asked directly. */
export const latency: Scenario = {
  name: 'latency',
  async run(bench) {
    const { site, gateway, options } = bench;
    const request = proxiedRequest(bench);
    await probe(gateway.url, request);
    const seconds = options.effort.latencySeconds / ROUNDS;
    const added: Quantiles[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const direct = quantiles(await at(site.upstreamUrl, request, seconds));
      const through = quantiles(await at(gateway.url, request, seconds));
      // The first round warms up.
      if (round > 0) added.push({ p50: through.p50 - direct.p50, p99: through.p99 - direct.p99 });
    }
    return {
      addedP50Ms: median(added.map(({ p50 }) => p50)),
      addedP99Ms: median(added.map(({ p99 }) => p99)),
    };
  },
};

function at(url: Bench['gateway']['url'], request: Request, seconds: number): Promise<OpenLoopResult> {
  return openLoop({ url, request, perSecond: PER_SECOND, seconds });
}

function quantiles({ latenciesMs, failures }: OpenLoopResult): Quantiles {
  if (failures > 0) throw new Error(`${failures} requests failed at ${PER_SECOND} requests/s`);
  return { p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) };
}
