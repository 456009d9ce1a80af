import { setImmediate as nextTurn } from 'node:timers/promises';
import { kmeansGenerator } from 'ml-kmeans';
import { distance, mean } from '../shared/vector.ts';
import { distanceMatrix, silhouette } from './silhouette.ts';

const SEED = 42;
const MAX_ITERATIONS = 50;
/** The silhouette grows with the square of the rows: K is chosen on an even sample of them. */
const SAMPLE_ROWS = 500;

export interface Clustering {
  clusterIds: number[];
  k: number;
  silhouette: number;
  centroids: number[][];
}

/**
 * K-means with the K in 2..maxK whose silhouette is best (the smallest K of equals). Deterministic.
 * Rows that are all the same make one cluster. Rejects when `signal` aborts.
 */
export async function cluster(rows: number[][], maxK: number, signal?: AbortSignal): Promise<Clustering> {
  const sample = evenSample(rows, SAMPLE_ROWS);
  const largestK = Math.min(maxK, new Set(sample.map((row) => row.join())).size);
  const distances = distanceMatrix(sample, distance);
  let best: Clustering = single(rows);
  for (let k = 2; k <= largestK; k++) {
    const { clusterIds, centroids } = await partition(sample, k, signal);
    const score = silhouette(distances, clusterIds);
    if (k === 2 || score > best.silhouette) best = { clusterIds, k, silhouette: score, centroids };
  }
  if (sample.length === rows.length || best.k === 1) return best;
  return { ...best, ...(await partition(rows, best.k, signal)) };
}

function single(rows: number[][]): Clustering {
  return { clusterIds: rows.map(() => 0), k: 1, silhouette: 0, centroids: [mean(rows)] };
}

function evenSample(rows: number[][], size: number): number[][] {
  const step = Math.max(1, rows.length / size);
  return rows.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** One K-means run that gives way to other requests between its iterations. */
async function partition(
  rows: number[][],
  k: number,
  signal?: AbortSignal,
): Promise<Pick<Clustering, 'clusterIds' | 'centroids'>> {
  let result: Pick<Clustering, 'clusterIds' | 'centroids'> = single(rows);
  const iterations = kmeansGenerator(rows, k, { seed: SEED, maxIterations: MAX_ITERATIONS });
  for (const { clusters, centroids } of iterations) {
    result = { clusterIds: [...clusters], centroids };
    await nextTurn();
    signal?.throwIfAborted();
  }
  return result;
}
