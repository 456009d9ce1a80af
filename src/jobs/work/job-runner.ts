import { Injectable, Logger } from '@nestjs/common';

import { parseCacheControl } from '../../cache/index.js';
import type { RequestContext } from '../../common/context/index.js';
import { currentRequest } from '../../common/context/index.js';
import { type AppError, toAppError } from '../../common/errors/index.js';
import type { JsonAnswer } from '../../common/http/index.js';
import { Timings } from '../../common/timing/index.js';
import { type TraceContext, traced } from '../../common/tracing/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { PipelineService } from '../../pipeline/index.js';
import { JobGivenUpError } from '../job-errors.js';
import type { Job } from '../job.entity.js';
import { JobJournal } from './job-journal.js';
import { JobSettlement } from './job-settlement.js';
import { JobStore } from './job-store.js';
import { persist } from './persist.js';
import { RunningJobs, WorkerEndsError } from './running-jobs.js';

const WRITE_TIMEOUT_MS = 30_000;

/** Does a job that is ours, and writes down what became of it. */
@Injectable()
export class JobRunner {
  readonly #logger = new Logger('Jobs');

  constructor(
    private readonly pipeline: PipelineService,
    private readonly store: JobStore,
    private readonly settlement: JobSettlement,
    private readonly running: RunningJobs,
    @InjectConfig('processing') private readonly processing: AppConfig['processing'],
  ) {}

  /**
   * Never rejects for what happens to the job.
   * @param signal aborts when another worker has it
   */
  async run(job: Job, signal: AbortSignal): Promise<void> {
    const { id, attempts, request } = job;
    const parent = { traceparent: request.traceparent, tracestate: request.tracestate ?? undefined };
    const attributes = { 'iris.job.id': id, 'iris.job.attempt': attempts };
    await traced('job', { kind: 'consumer', parent, attributes }, (span: TraceContext = parent) =>
      this.#runIn(span, job, signal),
    );
  }

  async #runIn(trace: TraceContext, job: Job, signal: AbortSignal): Promise<void> {
    const abort = new AbortController();
    const context = this.#contextOf(job, trace, AbortSignal.any([signal, abort.signal]));
    await currentRequest.run(context, () =>
      this.running.hold(job, abort, this.conclude(job, context, this.#process(job, context))),
    );
  }

  /** Writes down how the work of a job ends. @param context of the work */
  async conclude(job: Job, { signal }: RequestContext, work: Promise<JsonAnswer>): Promise<void> {
    try {
      const { body } = await work;
      await persist(() => this.settlement.succeed(job, body), signal);
    } catch (error) {
      if (!signal.aborted) await this.#fail(job, toAppError(error));
      // Otherwise it was cancelled, or another worker has it: it is not for us to say what becomes of it.
      else if (signal.reason instanceof WorkerEndsError) await this.#giveBack(job, signal.reason);
    }
  }

  async #process(job: Job, context: RequestContext): Promise<JsonAnswer> {
    this.settlement.requireAttempt(job);
    const document = await persist(() => this.store.loadDocument(job), context.signal);
    if (!document) throw new JobGivenUpError('Its document is gone.');
    const journal = new JobJournal(context);
    journal.attach({ store: this.store, job });
    const { ownerId: owner, processingId, parameters, request } = job;
    const caller = { owner, directives: parseCacheControl(request.cache_control ?? undefined) };
    try {
      return await this.pipeline.process(
        { processingId, document, parameters, caller, checkpoints: journal, onPhase: journal.onPhase },
        context,
      );
    } finally {
      await journal.flush();
    }
  }

  async #fail(job: Job, error: AppError): Promise<void> {
    if (error.logLevel === 'error')
      this.#logger.error({ err: error, job: job.id }, 'A job failed by a fault of ours');
    await this.#write(job, () => this.settlement.fail(job, error));
  }

  #giveBack(job: Job, error: AppError): Promise<void> {
    return this.#write(job, () => this.settlement.giveBack(job, error, { delayMs: 0, isFree: true }));
  }

  /** When it cannot be written, the silence of this worker gives the job to another one. */
  async #write(job: Job, work: () => Promise<boolean>): Promise<void> {
    try {
      await persist(work, AbortSignal.timeout(WRITE_TIMEOUT_MS));
    } catch (error) {
      this.#logger.warn({ err: error, job: job.id }, 'It could not be written down what became of a job');
    }
  }

  #contextOf(
    { request }: Job,
    { traceparent, tracestate }: TraceContext,
    signal: AbortSignal,
  ): RequestContext {
    const startedAt = performance.now();
    return {
      requestId: request.request_id,
      traceparent,
      tracestate,
      startedAt,
      deadlineAt: startedAt + this.processing.request_deadline_seconds * 1000,
      signal,
      upstream: { calls: 0, brokeOff: false },
      timings: new Timings(),
    };
  }
}
