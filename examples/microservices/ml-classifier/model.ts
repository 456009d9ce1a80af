import { createHash } from 'node:crypto';
import { kmeans } from 'ml-kmeans';
import { distance, mean, round } from '../shared/vector.ts';

export interface LabelledVector {
  label: string;
  vector: number[];
}

/** Nearest-centroid classifier as plain JSON, so that it can be shipped as a file. */
export interface Model {
  classes: { label: string; centroids: number[][] }[];
  /** How sharply distances become probabilities. */
  sharpness: number;
  samples: number;
  /** Leave-one-out, 0..1: a class with a single sample counts as wrong, since nothing is left to find it by. */
  accuracy: number;
}

export interface Prediction {
  label: string;
  confidence: number;
  probabilities: Record<string, number>;
}

type Distances = { label: string; distance: number }[];
interface Cluster {
  label: string;
  members: LabelledVector[];
  centroid: number[];
}

const SEED = 42;
const SAMPLES_PER_CENTROID = 12;
const MAX_CENTROIDS = 8;
const SHARPNESSES = [5, 10, 15, 20, 30, 40, 60];

/** A class seen from many sides (upright, turned, …) gets several centroids, one per dozen samples. */
export function trainModel(samples: readonly LabelledVector[]): Model {
  const byLabel = Map.groupBy(samples, ({ label }) => label);
  const clusters = [...byLabel].flatMap(([label, members]) => clustersOf(label, members));
  const trials = samples.map((sample) => ({ sample, distances: distancesWithout(sample, clusters) }));
  const right = trials.filter(({ sample, distances }) => closest(distances) === sample.label);
  return {
    classes: [...byLabel.keys()].sort().map((label) => ({
      label,
      centroids: clusters.filter((each) => each.label === label).map(({ centroid }) => round(centroid, 4)),
    })),
    sharpness: fitSharpness(trials),
    samples: samples.length,
    accuracy: right.length / samples.length,
  };
}

export function predict(model: Model, vector: readonly number[]): Prediction {
  const distances = model.classes.map(({ label, centroids }) => ({
    label,
    distance: Math.min(...centroids.map((centroid) => distance(centroid, vector))),
  }));
  const probabilities = Object.fromEntries(probabilitiesOf(distances, model.sharpness));
  const label = closest(distances) ?? '';
  return { label, confidence: probabilities[label] ?? 0, probabilities };
}

/** The same centroids have the same version, wherever they were trained. */
export function versionOf(name: string, model: Model): string {
  return `${name}-${createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 8)}`;
}

function clustersOf(label: string, members: LabelledVector[]): Cluster[] {
  const k = Math.min(MAX_CENTROIDS, Math.ceil(members.length / SAMPLES_PER_CENTROID));
  const ids =
    k === 1
      ? []
      : kmeans(
          members.map(({ vector }) => vector),
          k,
          { seed: SEED },
        ).clusters;
  const groups = Map.groupBy(members, (_, i) => ids[i] ?? 0);
  return [...groups.values()].map((group) => ({ label, members: group, centroid: centroidOf(group) }));
}

function centroidOf(members: LabelledVector[]): number[] {
  return mean(members.map(({ vector }) => vector));
}

/** Distance to each class as it would be had the sample not been seen. */
function distancesWithout(sample: LabelledVector, clusters: readonly Cluster[]): Distances {
  const nearestByLabel = new Map<string, number>();
  for (const { label, members, centroid } of clusters) {
    const others = members.filter((member) => member !== sample);
    if (others.length === 0) continue;
    const seen = others.length === members.length ? centroid : centroidOf(others);
    nearestByLabel.set(label, Math.min(nearestByLabel.get(label) ?? Infinity, distance(sample.vector, seen)));
  }
  return [...nearestByLabel].map(([label, each]) => ({ label, distance: each }));
}

/** The sharpness under which the true classes are likeliest: neither boastful nor shy (temperature scaling). */
function fitSharpness(trials: { sample: LabelledVector; distances: Distances }[]): number {
  const losses = SHARPNESSES.map((sharpness) => {
    const loss = trials.map(({ sample, distances }) => {
      const probability = probabilitiesOf(distances, sharpness).get(sample.label) ?? 1;
      return -Math.log(Math.max(probability, 1e-12));
    });
    return loss.reduce((sum, each) => sum + each, 0);
  });
  return SHARPNESSES[losses.indexOf(Math.min(...losses))] ?? 1;
}

function probabilitiesOf(distances: Distances, sharpness: number): Map<string, number> {
  const least = Math.min(...distances.map((each) => each.distance));
  const weights = distances.map((each) => Math.exp(sharpness * (least - each.distance)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(distances.map(({ label }, i) => [label, (weights[i] ?? 0) / total]));
}

function closest(distances: Distances): string | undefined {
  const least = Math.min(...distances.map((each) => each.distance));
  return distances.find((each) => each.distance === least)?.label;
}
