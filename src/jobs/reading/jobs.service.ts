import { Injectable } from '@nestjs/common';

import type { Principal, RequestContext } from '../../common/context/index.js';
import { JsonAnswer } from '../../common/http/index.js';
import type { Page } from '../../common/paging/index.js';
import { JobCancellation } from '../job-cancellation.js';
import { type JobResponse, toJobResponse } from '../job-response.js';
import { isFinal } from '../job-state.js';
import type { Job } from '../job.entity.js';
import { JobFeed } from './job-feed.js';
import { JobViews } from './job-views.js';
import { JobsRepository } from './jobs.repository.js';
import { type JobListQuery, type Timeline, toTimelineEntry } from './jobs.schema.js';

const RETRY_AFTER_SECONDS = 1;
/** A job that was tried again for a day has more; the last ones tell why it is where it is. */
const MAX_TIMELINE_ENTRIES = 1_000;

/** What users see of their jobs, and do with them. */
@Injectable()
export class JobsService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly views: JobViews,
    private readonly feed: JobFeed,
    private readonly cancellation: JobCancellation,
  ) {}

  list({ userId }: Principal, query: JobListQuery): Promise<Page<JobResponse>> {
    const { batch_id: batchId, created_after: createdAfter, created_before: createdBefore, ...rest } = query;
    return this.views.page({ ownerId: userId, batchId, createdAfter, createdBefore, ...rest }, toJobResponse);
  }

  /**
   * @param waitSeconds for the end of the job; less when the client hangs up, or this process ends
   * @throws JobNotFoundError
   */
  async get(
    { userId }: Principal,
    id: string,
    waitSeconds: number,
    { signal }: RequestContext,
  ): Promise<JsonAnswer> {
    const job = await this.#awaitEnd(userId, id, waitSeconds * 1000, signal);
    const body = await this.views.view(job, toJobResponse);
    const retry = isFinal(job.state) ? {} : { 'Retry-After': String(RETRY_AFTER_SECONDS) };
    return new JsonAnswer([JSON.stringify(body)], { 'Cache-Control': 'no-store', ...retry });
  }

  /** @throws JobNotFoundError, JobFinishedError, QueueUnavailableError */
  async cancel({ userId }: Principal, id: string): Promise<JobResponse> {
    return toJobResponse(await this.cancellation.cancel(id, userId), null);
  }

  /** @throws JobNotFoundError */
  async timeline({ userId }: Principal, id: string): Promise<Timeline> {
    const { events } = await this.jobs.history(userId, id, -MAX_TIMELINE_ENTRIES, MAX_TIMELINE_ENTRIES);
    return { job_id: id, entries: events.map(toTimelineEntry) };
  }

  /** @returns the job as it is at last, finished or not */
  async #awaitEnd(ownerId: string, id: string, ms: number, signal: AbortSignal): Promise<Job> {
    const endsAt = performance.now() + ms;
    if (ms === 0) return this.jobs.get(ownerId, id);
    const watch = this.feed.watch(id, signal);
    try {
      for (;;) {
        const job = await this.jobs.get(ownerId, id);
        const leftMs = endsAt - performance.now();
        if (isFinal(job.state) || leftMs <= 0 || watch.isOver) return job;
        await watch.next(leftMs);
      }
    } finally {
      watch.close();
    }
  }
}
