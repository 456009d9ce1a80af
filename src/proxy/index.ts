export { type HealthAnswer, InstanceProbe } from './health/instance-probe.js';
export {
  type Corner,
  ImageProcessorClient,
  type PreprocessOptions,
} from './image-processor/image-processor.client.js';
export { type Isolation, Isolations } from './isolation/isolations.js';
export { MlClassifierClient, type TrainingSample } from './ml-classifier/ml-classifier.client.js';
export { MlEmbeddingsClient } from './ml-embeddings/ml-embeddings.client.js';
export { OcrExtractorClient, type OcrOptions } from './ocr-extractor/ocr-extractor.client.js';
export { FORWARDS_TO } from './passthrough/forwards.decorator.js';
export { PassthroughService } from './passthrough/passthrough.service.js';
export { ServiceUnknownError } from './passthrough/passthrough-errors.js';
export { ProxyModule } from './proxy.module.js';
export {
  type CallContext,
  DeadlineExceededError,
  type FilePart,
  RETRY_RESERVE,
  type ServiceClient,
  UpstreamError,
} from './service-client/index.js';
export { ServiceClients } from './service-clients.js';
export { serviceResponseSchema } from './services/services.schema.js';
export { ServicesService } from './services/services.service.js';
