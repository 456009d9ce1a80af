import { Injectable } from '@nestjs/common';

import type { RequestContext } from '../common/context/index.js';
import { AppError } from '../common/errors/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { type PipelineSchemas, flatten, parseParameters, pipelineSchemas } from './parameters.js';
import { languageOf } from './ocr-language.js';
import { type Phase, secondsSince } from './phase-board.js';
import { PipelineClients } from './pipeline-clients.js';
import { newProcessingId } from './pipeline.service.js';
import type { Upload } from './upload/index.js';

export interface SinglePhaseResult {
  readonly success: true;
  readonly processing_id: string;
  readonly phase: Phase;
  readonly status: 'completed';
  /** Seconds. */
  readonly processing_time: number;
  readonly output: object;
}

/** The `/phaseN` routes: one operation of one microservice, with checked parameters. */
@Injectable()
export class SinglePhaseService {
  readonly #schemas: PipelineSchemas;

  constructor(
    private readonly clients: PipelineClients,
    @InjectConfig('processing') private readonly settings: AppConfig['processing'],
  ) {
    this.#schemas = pipelineSchemas(settings);
  }

  preprocess({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    const options = parseParameters(this.#schemas.preprocess, flatten(parameters, 'options'));
    return answer('phase_1', () => this.clients.imageProcessor.preprocess(document, options, context));
  }

  detectCorners({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    parseParameters(this.#schemas.detectCorners, flatten(parameters, 'options'));
    return answer('phase_1', () => this.clients.imageProcessor.detectCorners(document, context));
  }

  unwarp({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    const { corners } = parseParameters(this.#schemas.unwarp, flatten(parameters, 'options'));
    return answer('phase_1', () => this.clients.imageProcessor.unwarp(document, corners, context));
  }

  embed({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    const { cluster } = parseParameters(this.#schemas.embed, flatten(parameters, 'options'));
    return answer('phase_2', () => this.clients.mlEmbeddings.embed(document, cluster, context));
  }

  cluster(body: unknown, context: RequestContext): Promise<SinglePhaseResult> {
    const { embeddings, max_k: maxClusters } = parseParameters(this.#schemas.cluster, body);
    return answer('phase_2', () => this.clients.mlEmbeddings.cluster(embeddings, maxClusters, context));
  }

  classify({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    const { model } = parseParameters(this.#schemas.classify, flatten(parameters, 'options'));
    return answer('phase_3', () => this.clients.mlClassifier.classify(document, model, context));
  }

  train(body: unknown, context: RequestContext): Promise<SinglePhaseResult> {
    const { model, samples } = parseParameters(this.#schemas.train, body);
    return answer('phase_3', () => this.clients.mlClassifier.train(model, samples, context));
  }

  readText({ document, parameters }: Upload, context: RequestContext): Promise<SinglePhaseResult> {
    const options = parseParameters(this.#schemas.ocr, flatten(parameters, 'options'));
    const ocr = {
      documentType: options.document_type,
      language: options.language ?? languageOf(options.document_type, this.settings),
      minConfidence: options.ocr_confidence,
    };
    return answer('phase_4', () => this.clients.ocrExtractor.extractText(document, ocr, context));
  }

  extractFields(body: unknown, context: RequestContext): Promise<SinglePhaseResult> {
    const { text, document_type: documentType } = parseParameters(this.#schemas.extract, body);
    return answer('phase_5', () => this.clients.ocrExtractor.extractFields(text, documentType, context));
  }
}

async function answer(phase: Phase, work: () => Promise<object>): Promise<SinglePhaseResult> {
  const startedAt = performance.now();
  try {
    const output = await work();
    return {
      success: true,
      processing_id: newProcessingId(),
      phase,
      status: 'completed',
      processing_time: secondsSince(startedAt),
      output,
    };
  } catch (error) {
    throw error instanceof AppError ? error.annotate({ phase }) : error;
  }
}
