import { z } from 'zod';

import type { ServiceName } from '../config/index.js';

export interface OperationDefinition {
  readonly service: ServiceName;
  /** What later phases need to know of a result, so that they need not look into it. */
  readonly facts: z.ZodType<Record<string, string>>;
  /** What is read out of its output, or makes it one of this operation. */
  readonly output: z.ZodType<object>;
}

const sha256 = z.hash('sha256');
const noFacts = z.record(z.string(), z.string());
const image = z.object({ corrected_image: z.string() });

/** Every operation whose results are kept. Training is none: it is asked for because it changes something. */
export const OPERATIONS = {
  preprocess: {
    service: 'image_processor',
    // It becomes a header of a later request.
    facts: z.object({ image_sha256: sha256, content_type: z.string().regex(/^image\/[a-z+.-]+$/) }),
    output: image,
  },
  detect_corners: {
    service: 'image_processor',
    facts: noFacts,
    output: z.object({ corners: z.array(z.unknown()) }),
  },
  unwarp: { service: 'image_processor', facts: noFacts, output: image },
  embed: {
    service: 'ml_embeddings',
    facts: noFacts,
    output: z.object({ embeddings: z.array(z.unknown()) }),
  },
  cluster: {
    service: 'ml_embeddings',
    facts: noFacts,
    output: z.object({ cluster_ids: z.array(z.unknown()) }),
  },
  classify: {
    service: 'ml_classifier',
    facts: z.object({ predicted_class: z.string().min(1) }),
    output: z.object({ predicted_class: z.string() }),
  },
  ocr: {
    service: 'ocr_extractor',
    facts: z.object({ text_sha256: sha256 }),
    output: z.object({ text: z.string() }),
  },
  extract: {
    service: 'ocr_extractor',
    facts: z.object({ document_type: z.string() }),
    output: z.object({
      structured_data: z.record(z.string(), z.unknown()),
      confidence_scores: z.record(z.string(), z.unknown()),
    }),
  },
} as const satisfies Record<string, OperationDefinition>;

export type Operation = keyof typeof OPERATIONS;

export function serviceOf(operation: Operation): ServiceName {
  return OPERATIONS[operation].service;
}
