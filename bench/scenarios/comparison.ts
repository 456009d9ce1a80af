import { type LoadResult, closedLoop } from '../load/closed-loop.ts';
import { cpuMicroseconds } from '../machine/process-usage.ts';
import type { Effort } from '../options.ts';
import type { Row } from '../report/figures.ts';
import { median, spread } from '../statistics.ts';
import type { Scenario } from './scenario.ts';
import { type Subject, gatewaySubjects, startPeers } from './subjects.ts';

const CONNECTIONS = 50;
const MICROSECONDS = 1_000_000;

interface Round extends LoadResult {
  readonly cpuMicroseconds: number | undefined;
}

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
  for (const subject of subjects) await load(subject, effort.warmUpSeconds);
  const rounds = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]));
  for (let round = 1; round <= effort.rounds; round += 1) {
    console.log(`  round ${round} of ${effort.rounds}`);
    for (const [subject, done] of rounds) done.push(await measure(subject, effort.roundSeconds));
  }
  return Array.from(rounds, ([subject, done]) => summarise(subject, done));
}

function load({ target, request }: Subject, seconds: number): Promise<LoadResult> {
  return closedLoop({ url: target.url, request, connections: CONNECTIONS, seconds });
}

async function measure(subject: Subject, seconds: number): Promise<Round> {
  const before = cpuMicroseconds(subject.target.pid);
  const result = await load(subject, seconds);
  const after = cpuMicroseconds(subject.target.pid);
  const used = before === undefined || after === undefined ? undefined : after - before;
  return { ...result, cpuMicroseconds: used };
}

function summarise({ name, does }: Subject, rounds: readonly Round[]): Row {
  const rates = rounds.map(({ answers, seconds }) => answers / seconds);
  const cpu = (per: (round: Round) => number): number | undefined => {
    const values = rounds.flatMap((round) =>
      round.cpuMicroseconds === undefined ? [] : [round.cpuMicroseconds / per(round)],
    );
    return values.length === 0 ? undefined : median(values);
  };
  return {
    name,
    does,
    requestsPerSecond: median(rates),
    spread: spread(rates),
    cpuMicroseconds: cpu(({ answers }) => answers),
    coreShare: cpu(({ seconds }) => seconds * MICROSECONDS),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}
