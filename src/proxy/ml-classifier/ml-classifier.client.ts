import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

import { InjectServiceClient } from '../inject-service-client.js';
import {
  type CallContext,
  type FilePart,
  ServiceClient,
  jsonBody,
  multipartBody,
} from '../service-client/index.js';
import { classifyWire, trainWire } from './ml-classifier.wire.js';

export interface TrainingSample {
  /** Base64. */
  readonly image: string;
  readonly label: string;
}

/** Phases 3 and 4: which class of document is this. */
@Injectable()
export class MlClassifierClient {
  constructor(@InjectServiceClient('ml_classifier') private readonly client: ServiceClient) {}

  classify(file: FilePart, model: string, context: CallContext): Promise<z.output<typeof classifyWire>> {
    return this.client.post('/classify', multipartBody(file, { model }), classifyWire, context);
  }

  /** Changes the model: never repeated unless nothing was sent. */
  train(
    model: string,
    samples: readonly TrainingSample[],
    context: CallContext,
  ): Promise<z.output<typeof trainWire>> {
    return this.client.post('/train', jsonBody({ model, samples }), trainWire, context, {
      idempotent: false,
    });
  }
}
