export { type HealthAnswer, InstanceProbe } from './health/instance-probe.js';
export {
  type Corner,
  ImageProcessorClient,
  type PreprocessOptions,
} from './image-processor/image-processor.client.js';
export { MlClassifierClient, type TrainingSample } from './ml-classifier/ml-classifier.client.js';
export { MlEmbeddingsClient } from './ml-embeddings/ml-embeddings.client.js';
export { OcrExtractorClient, type OcrOptions } from './ocr-extractor/ocr-extractor.client.js';
export { ProxyModule } from './proxy.module.js';
export {
  type CallContext,
  DeadlineExceededError,
  type FilePart,
  UpstreamError,
} from './service-client/index.js';
export { ServiceClients } from './service-clients.js';
