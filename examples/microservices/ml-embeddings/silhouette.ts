/** Distances of all pairs, computed once for every K that is tried. */
export function distanceMatrix(
  rows: readonly (readonly number[])[],
  distance: (a: readonly number[], b: readonly number[]) => number,
): number[][] {
  const matrix: number[][] = [];
  for (const [i, row] of rows.entries()) {
    matrix.push(rows.map((other, j) => (j < i ? (matrix[j]?.[i] ?? 0) : distance(row, other))));
  }
  return matrix;
}

/**
 * Mean silhouette, -1..1: how much nearer each row is to its own cluster than to the next one (Rousseeuw 1987).
 * A row alone in its cluster counts 0, and so does everything when there is one cluster.
 */
export function silhouette(distances: readonly (readonly number[])[], clusterIds: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const id of clusterIds) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  if (sizes.size < 2) return 0;
  const values = distances.map((row, i) => rowSilhouette(row, clusterIds, clusterIds[i] ?? 0, sizes));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rowSilhouette(
  row: readonly number[],
  clusterIds: readonly number[],
  own: number,
  sizes: ReadonlyMap<number, number>,
): number {
  const ownSize = sizes.get(own) ?? 1;
  if (ownSize === 1) return 0;
  const sums = new Map<number, number>();
  row.forEach((distance, j) => {
    const id = clusterIds[j] ?? 0;
    sums.set(id, (sums.get(id) ?? 0) + distance);
  });
  const within = (sums.get(own) ?? 0) / (ownSize - 1);
  sums.delete(own);
  const between = Math.min(...[...sums].map(([id, sum]) => sum / (sizes.get(id) ?? 1)));
  const larger = Math.max(within, between);
  return larger === 0 ? 0 : (between - within) / larger;
}
