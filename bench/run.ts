import { type BackingServices, RunResources } from './gateway/run-resources.ts';
import { GatewayStarter } from './gateway/gateway.ts';
import type { Cores } from './machine/cores.ts';
import type { Options } from './options.ts';
import { type Site, createSharedToken } from './peers/index.ts';
import type { Figures } from './report/figures.ts';
import { type Bench, type Scenario, SkippedError, chooseScenarios } from './scenarios/index.ts';
import { startUpstream } from './upstream/upstream.ts';

export interface Outcome {
  readonly figures: Figures;
  /** Whether PostgreSQL and Redis were real. */
  readonly isReal: boolean;
  /** Scenarios that broke, which they never should. */
  readonly broken: readonly string[];
}

/** Starts what all scenarios need, runs them one after the other, and ends everything. */
export async function run(options: Options, cores: Cores | undefined): Promise<Outcome> {
  const scenarios = chooseScenarios(options.only);
  const resources = new RunResources();
  try {
    const backing = await resources.backingServices();
    return await withUpstream({ folder: resources.folder, options, cores, backing }, scenarios);
  } finally {
    await resources.release();
  }
}

interface Setting {
  readonly folder: string;
  readonly options: Options;
  readonly cores: Cores | undefined;
  readonly backing: BackingServices | undefined;
}

async function withUpstream(
  { folder, options, cores, backing }: Setting,
  scenarios: readonly Scenario[],
): Promise<Outcome> {
  const upstream = await startUpstream();
  try {
    const site: Site = { upstreamUrl: upstream.url, shared: createSharedToken(), cores, folder };
    const starter = new GatewayStarter(site, backing);
    const gateway = await starter.start();
    try {
      return await runScenarios(scenarios, { options, site, backing, starter, gateway, upstream });
    } finally {
      await gateway.stop();
    }
  } finally {
    await upstream.stop();
  }
}

async function runScenarios(scenarios: readonly Scenario[], bench: Bench): Promise<Outcome> {
  let figures: Figures = {};
  const broken: string[] = [];
  for (const scenario of scenarios) {
    console.log(`· ${scenario.name}`);
    const measured = await attempt(scenario, bench);
    if (measured) figures = { ...figures, ...measured };
    else broken.push(scenario.name);
  }
  return { figures, isReal: bench.backing !== undefined, broken };
}

/** @returns undefined when the scenario broke */
async function attempt(scenario: Scenario, bench: Bench): Promise<Figures | undefined> {
  try {
    return await scenario.run(bench);
  } catch (error) {
    if (error instanceof SkippedError) {
      console.log(`  left out: ${error.message}`);
      return {};
    }
    console.error(`  broke: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
