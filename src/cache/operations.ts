import type { ServiceName } from '../config/index.js';

interface OperationDefinition {
  readonly service: ServiceName;
  /** What later phases need to know of a result, so that they need not look into it. */
  readonly facts: readonly string[];
}

/** Every operation whose results are kept. Training is none: it is asked for because it changes something. */
export const OPERATIONS = {
  preprocess: { service: 'image_processor', facts: ['image_sha256', 'content_type'] },
  detect_corners: { service: 'image_processor', facts: [] },
  unwarp: { service: 'image_processor', facts: [] },
  embed: { service: 'ml_embeddings', facts: [] },
  cluster: { service: 'ml_embeddings', facts: [] },
  classify: { service: 'ml_classifier', facts: ['predicted_class'] },
  ocr: { service: 'ocr_extractor', facts: ['text_sha256'] },
  extract: { service: 'ocr_extractor', facts: ['document_type'] },
} as const satisfies Record<string, OperationDefinition>;

export type Operation = keyof typeof OPERATIONS;

export function serviceOf(operation: Operation): ServiceName {
  return OPERATIONS[operation].service;
}
