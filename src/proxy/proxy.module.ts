import { HttpModule } from '@nestjs/axios';
import { Module, type Provider } from '@nestjs/common';

import { SERVICE_NAMES } from '../config/index.js';
import { DatabaseModule } from '../database/index.js';
import { RedisModule } from '../redis/index.js';
import { HealthCache } from './health/health-cache.js';
import { ServiceHealth } from './health/service-health.js';
import { InstanceProbe } from './health/instance-probe.js';
import { ImageProcessorClient } from './image-processor/image-processor.client.js';
import { serviceClientToken } from './inject-service-client.js';
import { Isolations } from './isolation/isolations.js';
import { IsolationsRepository } from './isolation/isolations.repository.js';
import { MlClassifierClient } from './ml-classifier/ml-classifier.client.js';
import { MlEmbeddingsClient } from './ml-embeddings/ml-embeddings.client.js';
import { OcrExtractorClient } from './ocr-extractor/ocr-extractor.client.js';
import { PassthroughController } from './passthrough/passthrough.controller.js';
import { PassthroughService } from './passthrough/passthrough.service.js';
import { ServiceClients } from './service-clients.js';
import { ServiceMetrics } from './service-metrics.js';
import { ServicesController } from './services/services.controller.js';
import { ServicesService } from './services/services.service.js';

const serviceClients: Provider[] = SERVICE_NAMES.map((service) => ({
  provide: serviceClientToken(service),
  inject: [ServiceClients],
  useFactory: (clients: ServiceClients) => clients.get(service),
}));

const typedClients = [ImageProcessorClient, MlEmbeddingsClient, MlClassifierClient, OcrExtractorClient];

/** Everything that talks to the microservices. */
@Module({
  imports: [HttpModule, DatabaseModule, RedisModule],
  controllers: [ServicesController, PassthroughController],
  providers: [
    ServiceClients,
    HealthCache,
    InstanceProbe,
    ServiceHealth,
    ServiceMetrics,
    ServicesService,
    IsolationsRepository,
    Isolations,
    PassthroughService,
    ...serviceClients,
    ...typedClients,
  ],
  exports: [ServiceClients, InstanceProbe, ServicesService, PassthroughService, Isolations, ...typedClients],
})
export class ProxyModule {}
