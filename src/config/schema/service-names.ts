/** The four microservices, as the seed spells them in every file, variable and answer. */
export const SERVICE_NAMES = ['image_processor', 'ml_embeddings', 'ml_classifier', 'ocr_extractor'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];
