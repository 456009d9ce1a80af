import { Injectable } from '@nestjs/common';

import { serviceOf } from '../cache/index.js';
import type { RequestContext } from '../common/context/index.js';
import type { JsonAnswer } from '../common/http/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { ServiceClients } from '../proxy/index.js';
import type { Caller } from './caller.js';
import type { Checkpoints } from './checkpoints.js';
import { DocumentRun } from './document-run.js';
import {
  AUTO,
  type PipelineSchemas,
  type ProcessParameters,
  flatten,
  parseParameters,
  pipelineSchemas,
  renameAlias,
} from './parameters.js';
import { type BoardListener, type Phase, type PhaseReport, secondsSince } from './phase-board.js';
import { OPERATION_OF_PHASE } from './phase-operations.js';
import { PhaseCalls } from './phase-calls.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { documentAnswer } from './process-answer.js';
import type { Document, Upload } from './upload/index.js';

/** Hears of every phase that begins (no report), ends or is skipped, and of the breaker in front of its microservice. */
export type PhaseListener = (phase: Phase, report: PhaseReport | undefined, breaker: string) => void;

/** One document, and what is wanted of it. */
export interface ProcessOrder {
  readonly processingId: string;
  readonly document: Document;
  readonly parameters: ProcessParameters;
  readonly caller: Caller;
  readonly checkpoints?: Checkpoints;
  readonly onPhase?: PhaseListener;
}

/** One document through all the phases. */
@Injectable()
export class PipelineService {
  readonly #schema: PipelineSchemas['process'];

  constructor(
    private readonly calls: PhaseCalls,
    private readonly services: ServiceClients,
    private readonly metrics: PipelineMetrics,
    @InjectConfig('processing') private readonly settings: AppConfig['processing'],
  ) {
    this.#schema = pipelineSchemas(settings).process;
  }

  /** @throws ValidationError */
  readParameters(raw: Upload['parameters']): ProcessParameters {
    return parseParameters(this.#schema, flatten(raw, 'config', renameAlias));
  }

  /** @throws AppError of the required phase that failed */
  async process(order: ProcessOrder, context: RequestContext): Promise<JsonAnswer> {
    const { processingId, document, parameters, caller, checkpoints, onPhase } = order;
    const startedAt = performance.now();
    const request = {
      scope: this.calls.open(caller, document.sha256),
      context,
      checkpoints,
      beforeWork: () => {
        this.#requireServices(parameters);
      },
    };
    const run = new DocumentRun(this.calls, this.settings, parameters, request, this.#listenFor(onPhase));
    const fields = await this.metrics.during(() => run.execute(document));
    return documentAnswer(processingId, run.board, fields, secondsSince(startedAt));
  }

  #listenFor(onPhase: PhaseListener | undefined): BoardListener {
    return (phase, report) => {
      this.metrics.phase(phase, report);
      onPhase?.(phase, report, this.services.get(serviceOf(OPERATION_OF_PHASE[phase])).breaker.state);
    };
  }

  /** No phase is worth starting while the breaker of a later, required one is open; what the cache has, it has. */
  #requireServices({ document_type: documentType }: ProcessParameters): void {
    if (documentType === AUTO) this.services.requireAvailable('ml_classifier', 'phase_3' satisfies Phase);
    this.services.requireAvailable('ocr_extractor', 'phase_4' satisfies Phase);
  }
}
