import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DatabaseModule } from '../database/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { PipelineModule } from '../pipeline/index.js';
import { QueueModule } from '../queue/index.js';
import { RedisModule } from '../redis/index.js';
import { JobBacklog } from './job-backlog.js';
import { JobCancellation } from './job-cancellation.js';
import { JobChanges } from './job-changes.js';
import { JobMetrics } from './job-metrics.js';
import { JobQueue } from './job-queue.js';
import { JobRepetition } from './job-repetition.js';
import { JobSweeper } from './job-sweeper.js';
import { Job } from './job.entity.js';
import { Adoption } from './submission/adoption.js';
import { JobIntake } from './submission/job-intake.js';
import { LiveRuns } from './submission/live-runs.js';
import { ProcessController } from './submission/process.controller.js';
import { ProcessService } from './submission/process.service.js';
import { JobClaims } from './work/job-claims.js';
import { JobRunner } from './work/job-runner.js';
import { JobSettlement } from './work/job-settlement.js';
import { JobStore } from './work/job-store.js';
import { JobWorker } from './work/job-worker.js';
import { RunningJobs } from './work/running-jobs.js';

const submission = [ProcessService, LiveRuns, Adoption, JobIntake];
const work = [JobWorker, JobRunner, JobClaims, JobSettlement, JobStore, RunningJobs];

/** Documents that are processed in the background, and `POST /process`, which may become one of them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Job]),
    DatabaseModule,
    RedisModule,
    QueueModule,
    IdempotencyModule,
    PipelineModule,
  ],
  controllers: [ProcessController],
  providers: [
    ...submission,
    ...work,
    JobQueue,
    JobChanges,
    JobBacklog,
    JobCancellation,
    JobRepetition,
    JobMetrics,
    JobSweeper,
  ],
  exports: [JobRepetition],
})
export class JobsModule {}
