import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DatabaseModule } from '../database/index.js';
import { HealthModule } from '../health/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { PipelineModule } from '../pipeline/index.js';
import { QueueModule } from '../queue/index.js';
import { RedisModule } from '../redis/index.js';
import { WebhooksModule } from '../webhooks/index.js';
import { JobBacklog } from './job-backlog.js';
import { JobCancellation } from './job-cancellation.js';
import { JobChanges } from './job-changes.js';
import { JobForgetting } from './job-forgetting.js';
import { JobMetrics } from './job-metrics.js';
import { JobNotices } from './job-notices.js';
import { JobQueue } from './job-queue.js';
import { JobRetry } from './job-retry.js';
import { JobSweeper } from './job-sweeper.js';
import { Job } from './job.entity.js';
import { JobFeed } from './reading/job-feed.js';
import { JobStreams } from './reading/job-streams.js';
import { JobViews } from './reading/job-views.js';
import { JobsController } from './reading/jobs.controller.js';
import { JobsRepository } from './reading/jobs.repository.js';
import { JobsService } from './reading/jobs.service.js';
import { ResultsController } from './reading/results.controller.js';
import { ResultsRepository } from './reading/results.repository.js';
import { ResultsService } from './reading/results.service.js';
import { Adoption } from './submission/adoption.js';
import { BatchController } from './submission/batch.controller.js';
import { BatchService } from './submission/batch.service.js';
import { JobIntake } from './submission/job-intake.js';
import { LiveRuns } from './submission/live-runs.js';
import { OrderReader } from './submission/order-reader.js';
import { ProcessController } from './submission/process.controller.js';
import { ProcessService } from './submission/process.service.js';
import { JobClaims } from './work/job-claims.js';
import { JobRunner } from './work/job-runner.js';
import { JobSettlement } from './work/job-settlement.js';
import { JobStore } from './work/job-store.js';
import { JobWorker } from './work/job-worker.js';
import { RunningJobs } from './work/running-jobs.js';

const submission = [ProcessService, BatchService, OrderReader, LiveRuns, Adoption, JobIntake];
const reading = [
  JobsService,
  JobsRepository,
  JobViews,
  JobFeed,
  JobStreams,
  ResultsService,
  ResultsRepository,
];
const work = [JobWorker, JobRunner, JobClaims, JobSettlement, JobStore, RunningJobs];

/** Documents that are processed in the background, and `POST /process`, which may become one of them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Job]),
    DatabaseModule,
    HealthModule,
    RedisModule,
    QueueModule,
    IdempotencyModule,
    WebhooksModule,
    PipelineModule,
  ],
  controllers: [ProcessController, BatchController, JobsController, ResultsController],
  providers: [
    ...submission,
    ...reading,
    ...work,
    JobQueue,
    JobChanges,
    JobBacklog,
    JobCancellation,
    JobRetry,
    JobForgetting,
    JobMetrics,
    JobNotices,
    JobSweeper,
  ],
  exports: [JobBacklog, JobRetry, JobViews],
})
export class JobsModule {}
