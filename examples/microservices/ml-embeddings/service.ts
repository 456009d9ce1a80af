import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createMicroservice, type Microservice, type ServiceRequest } from '../shared/microservice.ts';
import { DESCRIPTOR_VERSION, DIMENSIONS, describeImage } from '../shared/descriptor.ts';
import { booleanField, invalid, requireFile, requireJsonObject } from '../shared/parameters.ts';
import { nearest } from '../shared/vector.ts';
import { cluster, type Clustering } from './clustering.ts';

const DOCUMENTS = new URL('../../documents/', import.meta.url);
const IMAGE = /\.(jpe?g|png|tiff?|webp)$/i;
const MAX_ROWS = 5000;
const MAX_NUMBERS = MAX_ROWS * DIMENSIONS;
const MAX_K = 50;

/** Embeds images, clusters embeddings. Until somebody clusters, the clusters are those of the sample documents. */
export function createMlEmbeddings(documents: URL = DOCUMENTS): Microservice {
  let current: Promise<Clustering> | undefined;
  // Changes with the clusters, because the same image may then be assigned to another one.
  let version = DESCRIPTOR_VERSION;

  const embed = async (request: ServiceRequest): Promise<object> => {
    // Both now: a clustering that comes while the image is described must not mix with the version before it.
    const answeredBy = version;
    const clusters = booleanField(request, 'cluster', false)
      ? (current ??= clusterSamples(documents))
      : undefined;
    const embeddings = await describeImage(requireFile(request));
    const clusterId = clusters ? nearest(embeddings, (await clusters).centroids) : null;
    return { embeddings, dimensions: DIMENSIONS, cluster_id: clusterId, model_version: answeredBy };
  };

  const clusterRows = async (request: ServiceRequest): Promise<object> => {
    const { embeddings, max_k = 10 } = requireJsonObject(request);
    const rows = parseRows(embeddings);
    const clustering = await cluster(rows, parseMaxK(max_k), request.signal);
    // Clusters of other vectors than ours say nothing about the images that /embed sees.
    if (rows[0]?.length === DIMENSIONS) {
      current = Promise.resolve(clustering);
      version = versionOf(clustering);
    }
    const { clusterIds, k, silhouette, centroids } = clustering;
    return { cluster_ids: clusterIds, k, silhouette, centroids, model_version: version };
  };

  return createMicroservice({
    name: 'ml_embeddings',
    version: '0.1.0',
    modelVersion: () => version,
    routes: { 'POST /embed': embed, 'POST /cluster': clusterRows },
  });
}

function versionOf({ centroids }: Clustering): string {
  const digest = createHash('sha256').update(JSON.stringify(centroids)).digest('hex');
  return `${DESCRIPTOR_VERSION}-${digest.slice(0, 8)}`;
}

async function clusterSamples(folder: URL): Promise<Clustering> {
  const names = await readdir(folder).catch(() => []);
  const images = names.filter((name) => IMAGE.test(name)).sort();
  const rows = await Promise.all(
    images.map(async (name) => describeImage(await readFile(new URL(name, folder)))),
  );
  if (rows.length > 1) return cluster(rows, 10);
  return { clusterIds: [], k: 1, silhouette: 0, centroids: [new Array<number>(DIMENSIONS).fill(0)] };
}

function parseRows(value: unknown): number[][] {
  if (!Array.isArray(value) || value.length < 2) throw invalid('embeddings', 'must have at least 2 rows');
  if (value.length > MAX_ROWS) throw invalid('embeddings', `must have at most ${MAX_ROWS} rows`);
  const rows = value.map(parseRow);
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw invalid('embeddings', 'must have rows of equal length');
  if (rows.length * width > MAX_NUMBERS)
    throw invalid('embeddings', `must hold at most ${MAX_NUMBERS} numbers`);
  return rows;
}

function parseRow(row: unknown, index: number): number[] {
  const isRow = Array.isArray(row) && row.length > 0 && row.every((each) => Number.isFinite(each));
  if (!isRow) throw invalid(`embeddings[${index}]`, 'must be a list of numbers');
  return row as number[];
}

function parseMaxK(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= MAX_K) return value;
  throw invalid('max_k', `must be a whole number from 2 to ${MAX_K}`);
}
