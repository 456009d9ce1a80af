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
import { clusterWire, embedWire } from './ml-embeddings.wire.js';

/** Phase 2: an image becomes 768 numbers, and numbers become clusters. */
@Injectable()
export class MlEmbeddingsClient {
  constructor(@InjectServiceClient('ml_embeddings') private readonly client: ServiceClient) {}

  /** @param assignCluster also names the cluster that the embedding is nearest to */
  embed(file: FilePart, assignCluster: boolean, context: CallContext): Promise<z.output<typeof embedWire>> {
    const body = multipartBody(file, { cluster: String(assignCluster) });
    return this.client.post('/embed', body, embedWire, context);
  }

  cluster(
    embeddings: readonly (readonly number[])[],
    maxClusters: number,
    context: CallContext,
  ): Promise<z.output<typeof clusterWire>> {
    const body = jsonBody({ embeddings, max_k: maxClusters });
    return this.client.post('/cluster', body, clusterWire, context);
  }
}
