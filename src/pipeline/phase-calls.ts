import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import {
  type Obtained,
  ResultCache,
  type Result,
  type ResultScope,
  serviceOf,
  type Work,
} from '../cache/index.js';
import type { RequestContext } from '../common/context/index.js';
import {
  type Corner,
  DeadlineExceededError,
  type OcrOptions,
  type PreprocessOptions,
} from '../proxy/index.js';
import type { Caller } from './caller.js';
import { checkpointKey, type Checkpoints, resumed } from './checkpoints.js';
import type { EmbeddingsInput, PhaseInput, TextInput } from './phase-input.js';
import * as output from './phase-outputs.js';
import { PipelineClients } from './pipeline-clients.js';

/** What an operation is carried out for. */
export interface PhaseRequest {
  readonly scope: ResultScope;
  readonly context: RequestContext;
  /** Called before work is really done; what it throws prevents it. */
  readonly beforeWork?: () => void;
  readonly checkpoints?: Checkpoints | undefined;
}

type Operation = Omit<Work, 'model' | 'timeUp'> & { readonly model?: string };

/** The operations of the microservices, each from the cache where it has the result. */
@Injectable()
export class PhaseCalls {
  constructor(
    private readonly clients: PipelineClients,
    private readonly cache: ResultCache,
  ) {}

  /** @param document SHA-256 of what the client sent */
  open({ owner, directives }: Caller, document: string): ResultScope {
    return this.cache.open(owner, document, directives);
  }

  preprocess(file: PhaseInput, options: PreprocessOptions, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'preprocess',
      input: file.sha256,
      options: { ...options },
      run: async (context) => {
        const answer = await this.clients.imageProcessor.preprocess(file.load(), options, context);
        const image = hash('sha256', Buffer.from(answer.corrected_image, 'base64'));
        return toResult(answer, output.preprocessed(answer), {
          image_sha256: image,
          content_type: answer.content_type,
        });
      },
    });
  }

  detectCorners(file: PhaseInput, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'detect_corners',
      input: file.sha256,
      options: {},
      run: async (context) => toResult(await this.clients.imageProcessor.detectCorners(file.load(), context)),
    });
  }

  unwarp(file: PhaseInput, corners: readonly Corner[] | undefined, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'unwarp',
      input: file.sha256,
      options: { corners },
      run: async (context) =>
        toResult(await this.clients.imageProcessor.unwarp(file.load(), corners, context)),
    });
  }

  embed(file: PhaseInput, assignCluster: boolean, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'embed',
      input: file.sha256,
      options: { cluster: assignCluster },
      run: async (context) => {
        const answer = await this.clients.mlEmbeddings.embed(file.load(), assignCluster, context);
        return toResult(answer, output.embedded(answer));
      },
    });
  }

  cluster(
    { embeddings, sha256 }: EmbeddingsInput,
    maxClusters: number,
    request: PhaseRequest,
  ): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'cluster',
      input: sha256,
      options: { max_k: maxClusters },
      // Embeddings are assigned to the clusters that were made last.
      changesModel: true,
      run: async (context) =>
        toResult(await this.clients.mlEmbeddings.cluster(embeddings, maxClusters, context)),
    });
  }

  classify(file: PhaseInput, model: string, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'classify',
      input: file.sha256,
      options: {},
      model,
      run: async (context) => {
        const answer = await this.clients.mlClassifier.classify(file.load(), model, context);
        return toResult(answer, output.classified(answer), { predicted_class: answer.predicted_class });
      },
    });
  }

  extractText(file: PhaseInput, options: OcrOptions, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'ocr',
      input: file.sha256,
      options: { ...options },
      run: async (context) => {
        const answer = await this.clients.ocrExtractor.extractText(file.load(), options, context);
        return toResult(answer, output.read(answer), { text_sha256: hash('sha256', answer.text) });
      },
    });
  }

  extractFields(text: TextInput, documentType: string, request: PhaseRequest): Promise<Obtained> {
    return this.#obtain(request, {
      operation: 'extract',
      input: text.sha256,
      options: { document_type: documentType },
      run: async (context) => {
        const answer = await this.clients.ocrExtractor.extractFields(text.load(), documentType, context);
        return toResult(answer, output.extracted(answer), { document_type: answer.document_type });
      },
    });
  }

  async #obtain(request: PhaseRequest, operation: Operation): Promise<Obtained> {
    const { checkpoints } = request;
    if (!checkpoints) return this.#ask(request, operation);
    const key = checkpointKey(operation);
    const kept = await checkpoints.recall(key, operation.operation);
    if (kept) return resumed(kept);
    const obtained = await this.#ask(request, operation);
    await checkpoints.keep(key, operation.operation, obtained.result);
    return obtained;
  }

  #ask({ scope, context, beforeWork }: PhaseRequest, operation: Operation): Promise<Obtained> {
    const work: Work = {
      model: '',
      ...operation,
      run: (inner) => {
        beforeWork?.();
        return operation.run(inner);
      },
      timeUp: () => new DeadlineExceededError(serviceOf(operation.operation)),
    };
    return this.cache.obtain(scope, work, context);
  }
}

/** Written once, and sent as often as it is asked for. */
function toResult(
  answer: { readonly model_version: string },
  shown: object = answer,
  facts: Result['facts'] = {},
): Result {
  const rest = Object.entries(answer).filter(([name]) => !(name in shown));
  return {
    modelVersion: answer.model_version,
    facts,
    output: Buffer.from(JSON.stringify(shown)),
    details: Buffer.from(JSON.stringify(Object.fromEntries(rest))),
  };
}
