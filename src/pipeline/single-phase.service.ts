import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { ModelVersions, type Obtained } from '../cache/index.js';
import type { RequestContext } from '../common/context/index.js';
import { AppError } from '../common/errors/index.js';
import { JsonAnswer } from '../common/http/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import type { Caller } from './caller.js';
import { languageOf } from './ocr-language.js';
import { type PipelineSchemas, flatten, parseParameters, pipelineSchemas } from './parameters.js';
import { type Phase, secondsSince } from './phase-board.js';
import { PhaseCalls, type PhaseRequest } from './phase-calls.js';
import { inputOf } from './phase-input.js';
import { PipelineClients } from './pipeline-clients.js';
import { phaseAnswer } from './process-answer.js';
import { newProcessingId } from './processing-id.js';
import type { Upload } from './upload/index.js';

/** The `/phaseN` routes: one operation of one microservice, with checked parameters. */
@Injectable()
export class SinglePhaseService {
  readonly #schemas: PipelineSchemas;

  constructor(
    private readonly calls: PhaseCalls,
    private readonly clients: PipelineClients,
    private readonly versions: ModelVersions,
    @InjectConfig('processing') private readonly settings: AppConfig['processing'],
  ) {
    this.#schemas = pipelineSchemas(settings);
  }

  preprocess(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const options = parseParameters(this.#schemas.preprocess, flatten(upload.parameters, 'options'));
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_1', () => this.calls.preprocess(inputOf(upload.document), options, request));
  }

  detectCorners(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    parseParameters(this.#schemas.detectCorners, flatten(upload.parameters, 'options'));
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_1', () => this.calls.detectCorners(inputOf(upload.document), request));
  }

  unwarp(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const { corners } = parseParameters(this.#schemas.unwarp, flatten(upload.parameters, 'options'));
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_1', () => this.calls.unwarp(inputOf(upload.document), corners, request));
  }

  embed(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const { cluster } = parseParameters(this.#schemas.embed, flatten(upload.parameters, 'options'));
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_2', () => this.calls.embed(inputOf(upload.document), cluster, request));
  }

  cluster(body: unknown, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const { embeddings, max_k: maxClusters } = parseParameters(this.#schemas.cluster, body);
    const sha256 = hash('sha256', JSON.stringify(embeddings));
    const request = this.#request(sha256, context, caller);
    return answer('phase_2', () => this.calls.cluster({ embeddings, sha256 }, maxClusters, request));
  }

  classify(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const { model } = parseParameters(this.#schemas.classify, flatten(upload.parameters, 'options'));
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_3', () => this.calls.classify(inputOf(upload.document), model, request));
  }

  /** Never from the cache: it is asked for because it changes something. */
  async train(body: unknown, context: RequestContext): Promise<object> {
    const { model, samples } = parseParameters(this.#schemas.train, body);
    const startedAt = performance.now();
    const output = await inPhase('phase_3', () => this.clients.mlClassifier.train(model, samples, context));
    await this.versions.announce({ service: 'ml_classifier', model, version: output.model_version });
    return {
      success: true,
      processing_id: newProcessingId(),
      phase: 'phase_3',
      status: 'completed',
      processing_time: secondsSince(startedAt),
      output,
    };
  }

  readText(upload: Upload, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const options = parseParameters(this.#schemas.ocr, flatten(upload.parameters, 'options'));
    const ocr = {
      documentType: options.document_type,
      language: options.language ?? languageOf(options.document_type, this.settings),
      minConfidence: options.ocr_confidence,
    };
    const request = this.#request(upload.document.sha256, context, caller);
    return answer('phase_4', () => this.calls.extractText(inputOf(upload.document), ocr, request));
  }

  extractFields(body: unknown, context: RequestContext, caller: Caller): Promise<JsonAnswer> {
    const { text, document_type: documentType } = parseParameters(this.#schemas.extract, body);
    const input = { sha256: hash('sha256', text), load: () => text };
    const request = this.#request(input.sha256, context, caller);
    return answer('phase_5', () => this.calls.extractFields(input, documentType, request));
  }

  /** @param document SHA-256 of what the client sent */
  #request(document: string, context: RequestContext, caller: Caller): PhaseRequest {
    return { scope: this.calls.open(caller, document), context };
  }
}

async function answer(phase: Phase, work: () => Promise<Obtained>): Promise<JsonAnswer> {
  const startedAt = performance.now();
  const obtained = await inPhase(phase, work);
  return phaseAnswer(phase, secondsSince(startedAt), obtained);
}

/** The error names the phase. */
async function inPhase<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AppError ? error.annotate({ phase }) : error;
  }
}
