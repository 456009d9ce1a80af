/** A value of a metric, as prom-client tells it. */
export interface Sample {
  readonly value: number;
  readonly labels: Readonly<Partial<Record<string, string | number>>>;
  readonly metricName?: string;
}

/** What has been counted up to a moment. */
export interface Counts {
  /** `performance.now()` */
  readonly at: number;
  /** Requests by status code. */
  readonly statuses: Tally;
  /** Requests that took no longer than so many seconds, by the bound as text; `+Inf` for all. */
  readonly durations: Tally;
  /** Results of phases by how they were come by. */
  readonly verdicts: Tally;
  /** Units of limits: admitted, refused, given back. */
  readonly units: Tally;
}

export type Tally = Readonly<Partial<Record<string, number>>>;

/** The sum of the samples that share a label's value, by that value. */
export function tally(samples: readonly Sample[], label: string): Tally {
  const sums: Partial<Record<string, number>> = {};
  for (const { labels, value } of samples) {
    const name = labels[label];
    if (name !== undefined) sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}

/** What has been added since an earlier moment. */
export function difference(now: Tally, before: Tally): Tally {
  return Object.fromEntries(
    Object.entries(now).map(([name, value = 0]) => [name, value - (before[name] ?? 0)]),
  );
}

/** What two have counted. */
export function sum(one: Tally, other: Tally): Tally {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

export function total(counts: Tally, isCounted: (name: string) => boolean = () => true): number {
  return Object.entries(counts).reduce((sum, [name, value = 0]) => (isCounted(name) ? sum + value : sum), 0);
}

/**
 * Within the bucket that it falls into, values are taken to be spread evenly, as `histogram_quantile` of Prometheus does.
 * @returns undefined when nothing was counted; the greatest bound when it is beyond that
 */
export function quantile(buckets: Tally, q: number): number | undefined {
  const count = buckets['+Inf'] ?? 0;
  if (count === 0) return undefined;
  const rank = q * count;
  let [lower, below] = [0, 0];
  for (const [bound, upTo] of sorted(buckets)) {
    if (upTo >= rank) return lower + ((bound - lower) * (rank - below)) / Math.max(1e-9, upTo - below);
    [lower, below] = [bound, upTo];
  }
  return lower;
}

function sorted(buckets: Tally): [bound: number, upTo: number][] {
  return Object.entries(buckets)
    .map(([bound, upTo = 0]): [number, number] => [Number(bound), upTo])
    .filter(([bound]) => Number.isFinite(bound))
    .sort(([one], [other]) => one - other);
}
