import { Injectable } from '@nestjs/common';

import type { RequestContext } from '../../common/context/index.js';
import { JsonAnswer } from '../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { type Caller, newProcessingId, PipelineService, type Upload } from '../../pipeline/index.js';
import { JobBacklog } from '../job-backlog.js';
import { Job } from '../job.entity.js';
import { toJobResponse } from '../job-response.js';
import { JobIntake } from './job-intake.js';
import type { JobOrder } from './job-order.js';
import { LiveRuns } from './live-runs.js';
import { parseRetention } from './retention.js';
import { isAsync, type Wishes } from './wishes.js';

/** When to look for the first time whether a job is done. */
const RETRY_AFTER_SECONDS = 1;
const HOUR_SECONDS = 3_600;

/** `POST /process`: a document for which its client waits, or that it comes back for. */
@Injectable()
export class ProcessService {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly live: LiveRuns,
    private readonly intake: JobIntake,
    private readonly backlog: JobBacklog,
    @InjectConfig('jobs') private readonly settings: AppConfig['jobs'],
  ) {}

  /** @throws ValidationError, and what the pipeline throws; QueueUnavailableError, DatabaseUnavailableError */
  async process(
    upload: Upload,
    wishes: Wishes,
    context: RequestContext,
    caller: Caller,
  ): Promise<JsonAnswer> {
    const order = this.#order(upload, wishes, context, caller);
    const { preference } = wishes;
    if (isAsync(preference) || order.callbackUrl !== null) {
      const [job] = await this.intake.accept([order]);
      if (!job) throw new Error('no job was accepted');
      return this.#accepted(job, 'respond-async');
    }
    const waitSeconds = Math.min(preference.waitSeconds ?? Infinity, this.settings.sync_limit_seconds);
    const outcome = await this.live.run(order, forgetful(caller, order), context, {
      limitMs: waitSeconds * 1000,
    });
    if (outcome instanceof JsonAnswer) return outcome;
    return this.#accepted(
      outcome,
      preference.waitSeconds === waitSeconds ? `wait=${waitSeconds}` : undefined,
    );
  }

  #order(
    { document, parameters: raw }: Upload,
    wishes: Wishes,
    context: RequestContext,
    caller: Caller,
  ): JobOrder {
    const { callback_url: callbackUrl, ...parameters } = raw;
    const longest = this.settings.result_retention_hours * HOUR_SECONDS;
    const retentionSeconds = parseRetention(wishes.retention, longest);
    return {
      order: {
        processingId: newProcessingId(),
        document,
        parameters: this.pipeline.readParameters(parameters),
      },
      ownerId: caller.owner,
      request: {
        request_id: context.requestId,
        traceparent: context.traceparent,
        tracestate: context.tracestate ?? null,
        cache_control: retentionSeconds === 0 ? 'no-store' : (wishes.cacheControl ?? null),
      },
      lane: 'interactive',
      batchId: null,
      fileName: null,
      retentionSeconds,
      callbackUrl: typeof callbackUrl === 'string' ? callbackUrl : null,
    };
  }

  async #accepted(job: Job, applied: string | undefined): Promise<JsonAnswer> {
    const body = toJobResponse(job, await this.backlog.position(job));
    const headers = {
      Location: `/jobs/${job.id}`,
      'Retry-After': String(RETRY_AFTER_SECONDS),
      'Cache-Control': 'no-store',
      ...(applied !== undefined && { 'Preference-Applied': applied }),
    };
    return new JsonAnswer([JSON.stringify(body)], headers, 202);
  }
}

/** What is to be forgotten at once must not be kept by the cache either. */
function forgetful(caller: Caller, { retentionSeconds }: JobOrder): Caller {
  if (retentionSeconds > 0) return caller;
  return { ...caller, directives: { ...caller.directives, noStore: true } };
}
