import { Injectable } from '@nestjs/common';

import { type Page, toPage } from '../../common/paging/index.js';
import { JobBacklog } from '../job-backlog.js';
import type { Job } from '../job.entity.js';
import { type JobFilter, type JobPosition, JobsRepository } from './jobs.repository.js';

/** @param position among the queued ones; null when it is not one of them */
export type ToView<View> = (job: Job, position: number | null) => View;

/** Jobs as they are shown: with how many are ahead of them. */
@Injectable()
export class JobViews {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly backlog: JobBacklog,
  ) {}

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async page<View>(filter: JobFilter, toView: ToView<View>): Promise<Page<View>> {
    const jobs = await this.jobs.find(filter);
    const positions = await this.backlog.positions(jobs);
    return toPage(jobs, filter.limit, toPosition, (job) => toView(job, positions.get(job.id) ?? null));
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async view<View>(job: Job, toView: ToView<View>): Promise<View> {
    return toView(job, await this.backlog.position(job));
  }
}

function toPosition({ id, createdAt }: Job): JobPosition {
  return { id, createdAt };
}
