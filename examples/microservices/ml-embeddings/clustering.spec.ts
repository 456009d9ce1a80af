import { describe, expect, it } from '@jest/globals';
import { distance } from '../shared/vector.ts';
import { cluster } from './clustering.ts';
import { distanceMatrix, silhouette } from './silhouette.ts';

/** `size` points around each centre, in turns. */
const around = (centres: [number, number][], size: number): number[][] =>
  Array.from({ length: size }, (_, i) =>
    centres.map(([x, y]) => [x + Math.sin(i), y + Math.cos(i * 7)]),
  ).flat();

describe('silhouette', () => {
  it('two pairs › the value computed by hand', () => {
    const distances = distanceMatrix([[0], [1], [10], [11]], distance);
    expect(silhouette(distances, [0, 0, 1, 1])).toBeCloseTo((2 * (1 - 1 / 10.5) + 2 * (1 - 1 / 9.5)) / 4, 10);
    expect(silhouette(distances, [0, 1, 0, 1])).toBeLessThan(0);
  });

  it.each([
    ['one cluster', [0, 0]],
    ['each row alone', [0, 1]],
  ])('%s › 0', (_, ids) => {
    expect(silhouette(distanceMatrix([[0], [1]], distance), ids)).toBe(0);
  });
});

describe('cluster', () => {
  const rows = around(
    [
      [0, 0],
      [50, 0],
      [0, 50],
    ],
    10,
  );

  it('three heaps › K is 3, each heap is one cluster, the same each time', async () => {
    const result = await cluster(rows, 10);
    expect(result.k).toBe(3);
    expect(result.silhouette).toBeGreaterThan(0.9);
    result.clusterIds.forEach((id, i) => {
      expect(id).toBe(result.clusterIds[i % 3]);
    });
    expect(await cluster(rows, 10)).toEqual(result);
  });

  it('max_k › is never exceeded', async () => {
    expect((await cluster(rows, 2)).k).toBe(2);
  });

  it('equal rows › one cluster', async () => {
    expect(await cluster([[1], [1], [1]], 10)).toMatchObject({ clusterIds: [0, 0, 0], k: 1, silhouette: 0 });
  });

  it('more rows than the silhouette samples › every row has its cluster', async () => {
    const many = around(
      [
        [0, 0],
        [90, 0],
      ],
      600,
    );
    const result = await cluster(many, 3);
    expect(result.k).toBe(2);
    expect(result.clusterIds).toHaveLength(1200);
  });

  it('abort › rejects', async () => {
    await expect(cluster(rows, 10, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
