/** The four microservices, as the seed spells them in every file, variable and answer. */
export const SERVICE_NAMES = ['image_processor', 'ml_embeddings', 'ml_classifier', 'ocr_extractor'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

const NAMES: ReadonlySet<string> = new Set(SERVICE_NAMES);

export function isServiceName(text: string): text is ServiceName {
  return NAMES.has(text);
}
