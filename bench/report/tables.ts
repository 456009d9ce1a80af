import { ratio } from '../statistics.ts';
import { type Figures, RAW_NODE, type Row } from './figures.ts';
import { renderTable } from './table.ts';
import { type Target, type Verdict, cost, judge } from './targets.ts';

const NOTHING = '–';

/** Every gateway beside the others, the cheapest first. */
export function comparisonTable({ rows = [] }: Figures): string {
  const floor = cost(rows.find(({ name }) => name === RAW_NODE));
  return renderTable(
    [
      { title: 'gateway', align: 'left' },
      { title: 'requests/s', align: 'right' },
      { title: 'spread', align: 'right' },
      { title: 'core busy', align: 'right' },
      { title: 'CPU µs/request', align: 'right' },
      { title: '× raw Node', align: 'right' },
      { title: 'what it does', align: 'left' },
    ],
    byCost(rows).map((row) => comparisonCells(row, floor)),
  );
}

/** What was to be reached, and by how much it was or was not. */
export function targetTable(figures: Figures): string {
  return renderTable(
    [
      { title: 'target', align: 'left' },
      { title: 'reach', align: 'left' },
      { title: 'measured', align: 'right' },
      { title: 'verdict', align: 'left' },
    ],
    judge(figures).map(targetCells),
  );
}

/** What has no target but helps to understand. */
export function furtherFigures({
  uploads = {},
  uploadRefusals,
  limiterRedisMicroseconds,
  soakResidentGrowthMegabytes,
}: Figures): string[] {
  const costs = Object.entries(uploads).map(
    ([name, { megabytesPerSecond: speed, cpuMillisecondsPerMegabyte: cpu }]) =>
      `${name} ${number(speed)} MB/s with ${number(cpu)} ms of CPU per MB`,
  );
  return [
    ...(costs.length > 0 ? [`uploads of 20 MB: ${costs.join(' · ')}`] : []),
    ...describe('uploads at once, answered 503 and sent again', uploadRefusals, 'times'),
    ...describe('limiter, time of Redis for a decision', limiterRedisMicroseconds, 'µs'),
    ...describe('resident memory, growth after the first minute', soakResidentGrowthMegabytes, 'MB'),
  ];
}

export function byCost(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (cost(a) ?? Infinity) - (cost(b) ?? Infinity));
}

function comparisonCells(row: Row, floor: number | undefined): string[] {
  const failed = row.failures > 0 ? ` (${row.failures} requests failed)` : '';
  return [
    row.name,
    thousands(row.requestsPerSecond),
    percent(row.spread),
    percent(row.coreShare),
    number(row.cpuMicroseconds),
    number(ratio(cost(row), floor)),
    `${row.does}${failed}`,
  ];
}

function targetCells({ target, measured, isReached }: Verdict): string[] {
  return [
    target.work,
    `${target.bound} ${target.limit} ${target.unit}`,
    number(measured),
    isReached === undefined ? 'not measured' : describeVerdict(target, measured ?? NaN, isReached),
  ];
}

function describeVerdict({ bound, limit }: Target, measured: number, isReached: boolean): string {
  const share = percent(Math.abs(measured - limit) / limit);
  if (isReached) return measured > 0 && measured !== limit ? `reached, ${share} to spare` : 'reached';
  return `NOT reached, ${share} too ${bound === 'at most' ? 'much' : 'little'}`;
}

function describe(what: string, value: number | undefined, unit: string): string[] {
  return value === undefined ? [] : [`${what}: ${number(value)} ${unit}`];
}

function number(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function percent(share: number | undefined): string {
  return share === undefined ? NOTHING : `${Math.round(share * 100)} %`;
}
