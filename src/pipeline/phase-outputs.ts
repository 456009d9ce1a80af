import type {
  ImageProcessorClient,
  MlClassifierClient,
  MlEmbeddingsClient,
  OcrExtractorClient,
} from '../proxy/index.js';

type Answer<Client, Method extends keyof Client> = Client[Method] extends (
  ...args: never[]
) => Promise<infer T>
  ? T
  : never;

/** From what a microservice answers to what our clients are promised, phase by phase. */

export function preprocessed(answer: Answer<ImageProcessorClient, 'preprocess'>) {
  const { corrected_image, content_type, confidence, width, height, corners, rotation, operations } = answer;
  return { corrected_image, content_type, confidence, width, height, corners, rotation, operations };
}

export function embedded({ embeddings, cluster_id }: Answer<MlEmbeddingsClient, 'embed'>) {
  return { embeddings, cluster_id };
}

export function classified({
  predicted_class,
  confidence,
  probabilities,
}: Answer<MlClassifierClient, 'classify'>) {
  return { predicted_class, confidence, probabilities };
}

export function read({ text, confidence, language }: Answer<OcrExtractorClient, 'extractText'>) {
  return { text, confidence, language };
}

export function extracted({
  structured_data,
  confidence_scores,
}: Answer<OcrExtractorClient, 'extractFields'>) {
  return { structured_data, confidence_scores };
}
