import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';

import type { RequestContext } from '../common/context/index.js';
import type { JsonAnswer } from '../common/http/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { METRICS } from '../metrics/index.js';
import { ServiceClients } from '../proxy/index.js';
import type { Caller } from './caller.js';
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
import { type Phase, secondsSince } from './phase-board.js';
import { PhaseCalls } from './phase-calls.js';
import { documentAnswer } from './process-answer.js';
import type { Upload } from './upload/index.js';

/** `POST /process`: one document through all the phases. */
@Injectable()
export class PipelineService {
  readonly #schema: PipelineSchemas['process'];

  constructor(
    private readonly calls: PhaseCalls,
    private readonly services: ServiceClients,
    @InjectMetric(METRICS.processingQueue) private readonly queue: Gauge,
    @InjectConfig('processing') private readonly settings: AppConfig['processing'],
  ) {
    this.#schema = pipelineSchemas(settings).process;
  }

  /** @throws ValidationError for bad parameters, AppError of the required phase that failed */
  async process(
    { document, parameters: raw }: Upload,
    context: RequestContext,
    caller: Caller,
  ): Promise<JsonAnswer> {
    const startedAt = performance.now();
    const parameters = parseParameters(this.#schema, flatten(raw, 'config', renameAlias));
    const run = new DocumentRun(this.calls, this.settings, parameters, {
      scope: this.calls.open(caller, document.sha256),
      context,
      beforeWork: () => {
        this.#requireServices(parameters);
      },
    });
    const fields = await this.#counted(() => run.execute(document));
    return documentAnswer(run.board, fields, secondsSince(startedAt));
  }

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.queue.inc();
    try {
      return await work();
    } finally {
      this.queue.dec();
    }
  }

  /** No phase is worth starting while the breaker of a later, required one is open; what the cache has, it has. */
  #requireServices({ document_type: documentType }: ProcessParameters): void {
    if (documentType === AUTO) this.services.requireAvailable('ml_classifier', 'phase_3' satisfies Phase);
    this.services.requireAvailable('ocr_extractor', 'phase_4' satisfies Phase);
  }
}
