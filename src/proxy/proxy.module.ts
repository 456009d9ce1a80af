import { HttpModule } from '@nestjs/axios';
import { Module, type Provider } from '@nestjs/common';

import { SERVICE_NAMES } from '../config/index.js';
import { ServiceHealth } from './health/service-health.js';
import { ImageProcessorClient } from './image-processor/image-processor.client.js';
import { serviceClientToken } from './inject-service-client.js';
import { MlClassifierClient } from './ml-classifier/ml-classifier.client.js';
import { MlEmbeddingsClient } from './ml-embeddings/ml-embeddings.client.js';
import { OcrExtractorClient } from './ocr-extractor/ocr-extractor.client.js';
import { ServiceClients } from './service-clients.js';

const serviceClients: Provider[] = SERVICE_NAMES.map((service) => ({
  provide: serviceClientToken(service),
  inject: [ServiceClients],
  useFactory: (clients: ServiceClients) => clients.get(service),
}));

const typedClients = [ImageProcessorClient, MlEmbeddingsClient, MlClassifierClient, OcrExtractorClient];

/** Everything that talks to the microservices. */
@Module({
  imports: [HttpModule],
  providers: [ServiceClients, ServiceHealth, ...serviceClients, ...typedClients],
  exports: [ServiceClients, ...typedClients],
})
export class ProxyModule {}
