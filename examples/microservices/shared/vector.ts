/** The same direction with the given length; a zero vector stays zero. */
export function withLength(vector: readonly number[], length: number): number[] {
  const current = Math.hypot(...vector);
  return current === 0 ? [...vector] : vector.map((value) => (value * length) / current);
}

export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(squaredDistance(a, b));
}

export function mean(vectors: readonly (readonly number[])[]): number[] {
  const [first = []] = vectors;
  return first.map((_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / vectors.length);
}

/** Index of the nearest candidate; -1 when there is none. */
export function nearest(vector: readonly number[], candidates: readonly (readonly number[])[]): number {
  const distances = candidates.map((candidate) => squaredDistance(vector, candidate));
  return distances.indexOf(Math.min(...distances));
}

export function round(vector: readonly number[], decimals: number): number[] {
  return vector.map((value) => Number(value.toFixed(decimals)));
}
