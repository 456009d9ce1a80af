import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';
import { ulid } from 'ulid';

import type { RequestContext } from '../common/context/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { METRICS } from '../metrics/index.js';
import { ServiceClients } from '../proxy/index.js';
import { DocumentRun, type ExtractedFields } from './document-run.js';
import {
  AUTO,
  type PipelineSchemas,
  type ProcessParameters,
  flatten,
  parseParameters,
  pipelineSchemas,
  renameAlias,
} from './parameters.js';
import { type Phase, type PhaseReports, secondsSince } from './phase-board.js';
import { PipelineClients } from './pipeline-clients.js';
import type { Upload } from './upload/index.js';

export interface ProcessResult {
  readonly success: true;
  readonly processing_id: string;
  readonly phases: PhaseReports;
  /** Seconds. */
  readonly total_processing_time: number;
  readonly final_result: {
    readonly document_type: string;
    readonly extracted_data: ExtractedFields['structured_data'];
    readonly confidence_scores: ExtractedFields['confidence_scores'];
  };
}

/** `POST /process`: one document through all the phases. */
@Injectable()
export class PipelineService {
  readonly #schema: PipelineSchemas['process'];

  constructor(
    private readonly clients: PipelineClients,
    private readonly services: ServiceClients,
    @InjectMetric(METRICS.processingQueue) private readonly queue: Gauge,
    @InjectConfig('processing') private readonly settings: AppConfig['processing'],
  ) {
    this.#schema = pipelineSchemas(settings).process;
  }

  /** @throws ValidationError for bad parameters, AppError of the required phase that failed */
  async process({ document, parameters: raw }: Upload, context: RequestContext): Promise<ProcessResult> {
    const startedAt = performance.now();
    const parameters = parseParameters(this.#schema, flatten(raw, 'config', renameAlias));
    this.#requireServices(parameters);
    const run = new DocumentRun(this.clients, this.settings, parameters, context);
    const fields = await this.#counted(() => run.execute(document));
    return toResult(fields, run.board.reports, secondsSince(startedAt));
  }

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.queue.inc();
    try {
      return await work();
    } finally {
      this.queue.dec();
    }
  }

  /** No phase is worth starting while the breaker of a later, required one is open. */
  #requireServices({ document_type: documentType }: ProcessParameters): void {
    if (documentType === AUTO) this.services.requireAvailable('ml_classifier', 'phase_3' satisfies Phase);
    this.services.requireAvailable('ocr_extractor', 'phase_4' satisfies Phase);
  }
}

function toResult(fields: ExtractedFields, phases: PhaseReports, totalSeconds: number): ProcessResult {
  return {
    success: true,
    processing_id: newProcessingId(),
    phases,
    total_processing_time: totalSeconds,
    final_result: {
      document_type: fields.document_type,
      extracted_data: fields.structured_data,
      confidence_scores: fields.confidence_scores,
    },
  };
}

/** Sortable by time, and not to be guessed. */
export function newProcessingId(): string {
  return `proc_${ulid()}`;
}
