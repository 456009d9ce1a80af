import { type LoadResult, closedLoop } from '../load/closed-loop.ts';
import { meterCpu } from '../machine/process-usage.ts';
import type { Effort } from '../options.ts';
import type { Row } from '../report/figures.ts';
import { median, medianOfKnown, ratio, spread } from '../statistics.ts';
import type { Scenario } from './scenario.ts';
import { type Subject, gatewaySubjects, startPeers } from './subjects.ts';

const CONNECTIONS = 50;
const MICROSECONDS = 1_000_000;
const WARM_UP_STEP_SECONDS = 0.5;

type Round = Omit<Row, 'name' | 'does' | 'spread'>;

/** The same request through every gateway, in alternating rounds. */
export const comparison: Scenario = {
  name: 'comparison',
  async run(bench) {
    const peers = await startPeers(bench);
    try {
      return { rows: await compare([...peers, ...(await gatewaySubjects(bench))], bench.options.effort) };
    } finally {
      await Promise.all(peers.map(({ target }) => target.stop()));
    }
  },
};

async function compare(subjects: readonly Subject[], effort: Effort): Promise<Row[]> {
  for (const subject of subjects) await warmUp(subject, effort);
  const rounds = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]));
  for (let round = 1; round <= effort.rounds; round += 1) {
    console.log(`  round ${round} of ${effort.rounds}`);
    for (const [subject, done] of rounds) done.push(await measure(subject, effort.roundSeconds));
  }
  return Array.from(rounds, ([subject, done]) => summarise(subject, done));
}

async function warmUp(subject: Subject, { warmUpRequests, warmUpSeconds }: Effort): Promise<void> {
  const endsAt = performance.now() + warmUpSeconds * 1000;
  let requests = 0;
  while (requests < warmUpRequests && performance.now() < endsAt) {
    requests += (await load(subject, WARM_UP_STEP_SECONDS)).answers;
  }
}

function load({ target, request }: Subject, seconds: number): Promise<LoadResult> {
  return closedLoop({ url: target.url, request, connections: CONNECTIONS, seconds });
}

async function measure(subject: Subject, seconds: number): Promise<Round> {
  const { result, cpuMicroseconds } = await meterCpu(subject.target.pid, () => load(subject, seconds));
  return {
    requestsPerSecond: result.answers / result.seconds,
    cpuMicroseconds: ratio(cpuMicroseconds, result.answers),
    coreShare: ratio(cpuMicroseconds, result.seconds * MICROSECONDS),
    failures: result.failures,
  };
}

function summarise({ name, does }: Subject, rounds: readonly Round[]): Row {
  const rates = rounds.map(({ requestsPerSecond }) => requestsPerSecond);
  return {
    name,
    does,
    requestsPerSecond: median(rates),
    spread: spread(rates),
    cpuMicroseconds: medianOfKnown(rounds.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    coreShare: medianOfKnown(rounds.map(({ coreShare }) => coreShare)),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}
