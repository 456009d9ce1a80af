import { Injectable } from '@nestjs/common';

import {
  ImageProcessorClient,
  MlClassifierClient,
  MlEmbeddingsClient,
  OcrExtractorClient,
} from '../proxy/index.js';

/** The four microservices, as the phases need them together. */
@Injectable()
export class PipelineClients {
  constructor(
    readonly imageProcessor: ImageProcessorClient,
    readonly mlEmbeddings: MlEmbeddingsClient,
    readonly mlClassifier: MlClassifierClient,
    readonly ocrExtractor: OcrExtractorClient,
  ) {}
}
