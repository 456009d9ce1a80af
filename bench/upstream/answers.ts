const MODEL_VERSION = 'bench-1';
const image = {
  corrected_image: Buffer.from('corrected').toString('base64'),
  content_type: 'image/png',
  width: 100,
  height: 60,
  confidence: 0.95,
  model_version: MODEL_VERSION,
};

/** What the microservices answer to the pipeline. */
export const PHASE_ANSWERS: Readonly<Record<string, object>> = {
  '/process': { ...image, corners: null, rotation: 0, operations: ['normalise'] },
  '/embed': {
    embeddings: Array.from({ length: 768 }, () => 0.5),
    dimensions: 768,
    cluster_id: null,
    model_version: MODEL_VERSION,
  },
  '/classify': {
    predicted_class: 'pasaporte',
    confidence: 0.9,
    probabilities: { pasaporte: 0.9 },
    model: 'efficientnet_b0',
    model_version: MODEL_VERSION,
  },
  '/ocr': {
    text: 'NOMBRES VALENTINA',
    confidence: 0.92,
    language: 'en',
    words: [],
    model_version: MODEL_VERSION,
  },
  '/extract': {
    document_type: 'pasaporte',
    structured_data: { nombres: 'VALENTINA' },
    confidence_scores: { nombres: 0.9 },
    model_version: MODEL_VERSION,
  },
};

const EMPTY_ANSWER = JSON.stringify({ status: 'ok', text: '' });
const ANSWER_BYTES = 1024;

/** 1 KB of JSON, for everything else. */
export const ANSWER = JSON.stringify({
  status: 'ok',
  text: 'x'.repeat(ANSWER_BYTES - EMPTY_ANSWER.length),
});
