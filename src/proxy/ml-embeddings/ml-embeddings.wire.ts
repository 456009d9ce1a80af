import { z } from 'zod';

/** The platform's embeddings have this many numbers. */
export const EMBEDDING_DIMENSIONS = 768;

export const embedWire = z.object({
  embeddings: z.array(z.number()).length(EMBEDDING_DIMENSIONS),
  dimensions: z.literal(EMBEDDING_DIMENSIONS),
  cluster_id: z.number().int().nonnegative().nullable(),
  model_version: z.string(),
});

export const clusterWire = z.object({
  cluster_ids: z.array(z.number().int().nonnegative()),
  k: z.number().int().positive(),
  silhouette: z.number().min(-1).max(1),
  centroids: z.array(z.array(z.number())),
  model_version: z.string(),
});
