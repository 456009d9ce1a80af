import type { TrafficPoint } from '../../api/types.ts';
import type { PlainKey } from '../../i18n/index.ts';

/** One line of a chart: a value for each minute, null where nothing was measured. */
export interface Line {
  readonly label: PlainKey;
  /** A custom property of CSS. */
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

/** What a chart and its table show. */
export interface Measures {
  /** When each minute begins. */
  readonly times: readonly string[];
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
}

const SECONDS_PER_MINUTE = 60;
/** So much of the minute under way says enough of it to be drawn. */
const ENOUGH_SECONDS = 10;

/** The verdicts that spared a microservice a call. */
const SPARED = ['hit', 'revalidated', 'collapsed', 'resumed'];

/** Without the minute under way while next to nothing is known of it. */
export function drawn(points: readonly TrafficPoint[]): readonly TrafficPoint[] {
  const last = points.at(-1);
  return last && last.seconds < ENOUGH_SECONDS ? points.slice(0, -1) : points;
}

export function requestLines(points: readonly TrafficPoint[]): Line[] {
  return [
    line('traffic.requests', '--accent', points, (point) => perMinute(point, point.requests)),
    line('traffic.clientErrors', '--warn', points, (point) => perMinute(point, point.client_errors)),
    line('traffic.serverErrors', '--bad', points, (point) => perMinute(point, point.server_errors)),
  ];
}

export function latencyLines(points: readonly TrafficPoint[]): Line[] {
  return [
    line('traffic.p99', '--warn', points, ({ latency }) => toMs(latency.p99)),
    line('traffic.p95', '--accent', points, ({ latency }) => toMs(latency.p95)),
    line('traffic.p50', '--good', points, ({ latency }) => toMs(latency.p50)),
  ];
}

export function cacheLines(points: readonly TrafficPoint[]): Line[] {
  return [
    line('traffic.cacheSpared', '--good', points, (point) => perMinute(point, sparedOf(point))),
    line('traffic.cacheMissed', '--line-strong', points, (point) =>
      perMinute(point, verdictsOf(point) - sparedOf(point)),
    ),
  ];
}

export function queueLines(points: readonly TrafficPoint[]): Line[] {
  return [line('traffic.queue', '--accent', points, ({ queue }) => queue)];
}

export interface Totals {
  readonly requests: number;
  /** Shares are undefined when there is nothing to have a share of. */
  readonly errorShare: number | undefined;
  readonly cacheShare: number | undefined;
  /** Milliseconds, in the last minute in which something was measured. */
  readonly p95: number | undefined;
  readonly queue: number | undefined;
}

export function totalsOf(points: readonly TrafficPoint[]): Totals {
  const requests = sum(points, (point) => point.requests);
  const verdicts = sum(points, verdictsOf);
  return {
    requests,
    errorShare: share(
      sum(points, (point) => point.server_errors),
      requests,
    ),
    cacheShare: share(sum(points, sparedOf), verdicts),
    p95: toMs(points.findLast(({ latency }) => latency.p95 !== null)?.latency.p95 ?? null) ?? undefined,
    queue: points.at(-1)?.queue ?? undefined,
  };
}

function line(
  label: PlainKey,
  colour: string,
  points: readonly TrafficPoint[],
  valueOf: (point: TrafficPoint) => number | null,
): Line {
  return { label, colour, values: points.map(valueOf) };
}

/** The minute under way is shorter than the others, and is not to look calmer. */
function perMinute({ seconds }: TrafficPoint, count: number): number {
  return seconds === 0 ? 0 : (count / seconds) * SECONDS_PER_MINUTE;
}

function toMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function verdictsOf({ cache }: TrafficPoint): number {
  return sum(Object.values(cache), (count) => count);
}

function sparedOf({ cache }: TrafficPoint): number {
  return sum(SPARED, (verdict) => cache[verdict] ?? 0);
}

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
