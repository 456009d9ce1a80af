/**
 * The values that a label may have: a closed list, or a kind whose values are known only where it runs.
 *
 * - `route`: the template of a route, or `unmatched`
 * - `status`: an HTTP status, or 499 for a client that hung up
 * - `constant`: one value for as long as the process lives
 */
export type LabelValues = readonly string[] | 'route' | 'status' | 'constant';

export interface MetricDefinition {
  /** `iris_<area>_<noun>_<unit>`, but for those of the seed. */
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels?: Readonly<Record<string, LabelValues>>;
  /** Upper bounds. */
  readonly buckets?: readonly number[];
  /** What several processes on one port have together; their sum where nothing is said. */
  readonly aggregator?: 'first' | 'min' | 'max';
}
