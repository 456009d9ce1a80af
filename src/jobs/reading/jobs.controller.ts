import { Controller, Delete, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { RequireScopes } from '../../auth/index.js';
import type { Principal, RequestContext } from '../../common/context/index.js';
import { Context, CurrentPrincipal, type JsonAnswer } from '../../common/http/index.js';
import type { Page } from '../../common/paging/index.js';
import { DatabaseDocs } from '../../database/index.js';
import { type JobResponse, jobResponseSchema } from '../job-response.js';
import { JobStreams } from './job-streams.js';
import {
  eventStreamSchema,
  jobIdSchema,
  type JobListQuery,
  lastEventIdSchema,
  jobListQuerySchema,
  jobPageSchema,
  type JobQuery,
  jobQuerySchema,
  type Timeline,
  timelineSchema,
} from './jobs.schema.js';
import { JobsService } from './jobs.service.js';

const JOB_ID = { id: jobIdSchema };
const UNKNOWN = { 404: 'No such job: `JOB_NOT_FOUND`' };
const INVALID = { 422: 'Bad values: `VALIDATION_FAILED`, with `errors[].pointer`' };

@ApiTags('jobs')
@Controller('jobs')
@RequireScopes('documents:read')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly streams: JobStreams,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Your jobs, the newest first',
    query: jobListQuerySchema,
    response: jobPageSchema,
    refusals: INVALID,
  })
  listJobs(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: jobListQuerySchema }) query: JobListQuery,
  ): Promise<Page<JobResponse>> {
    return this.jobs.list(principal, query);
  }

  @Get(':id')
  @DatabaseDocs({
    summary: 'One of your jobs; with `wait`, as soon as it is finished',
    params: JOB_ID,
    description: 'While it is not finished, `Retry-After` says when to ask again.',
    query: jobQuerySchema,
    answers: {
      200: { description: 'The job', schema: jobResponseSchema, headers: { 'Retry-After': 'Seconds' } },
    },
    refusals: { ...UNKNOWN, ...INVALID },
  })
  getJob(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: jobQuerySchema }) { wait }: JobQuery,
    @Context() context: RequestContext,
  ): Promise<JsonAnswer> {
    return this.jobs.get(principal, id, wait, context);
  }

  @Delete(':id')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('documents:process')
  @DatabaseDocs({
    summary: 'Cancel a job, wherever it is under way; again is no error',
    params: JOB_ID,
    response: jobResponseSchema,
    refusals: { ...UNKNOWN, 409: 'It is finished: `JOB_FINISHED`' },
  })
  cancelJob(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<JobResponse> {
    return this.jobs.cancel(principal, id);
  }

  @Get(':id/events')
  @DatabaseDocs({
    summary: 'What happens to a job, as server-sent events, until it is finished',
    params: JOB_ID,
    description:
      'From the beginning, or after `Last-Event-ID`, from any replica. `event` is the type, `data` one line of JSON with `state`, `progress` and `at`. A stream ends after an hour at the latest: go on with `Last-Event-ID`.',
    headers: { 'Last-Event-ID': lastEventIdSchema },
    answers: {
      200: { description: 'Events', mediaType: 'text/event-stream', schema: eventStreamSchema },
      204: { description: 'You have them all, and the job is finished' },
    },
    refusals: { ...UNKNOWN, ...INVALID, 429: 'Too many streams are open: `TOO_MANY_STREAMS`' },
  })
  streamJobEvents(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.streams.answer(principal, id, { request, response });
  }

  @Get(':id/timeline')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'What has happened to a job: attempts, waits, phases, cache verdicts, breakers',
    params: JOB_ID,
    description: 'The last 1000 entries.',
    response: timelineSchema,
    refusals: UNKNOWN,
  })
  getJobTimeline(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<Timeline> {
    return this.jobs.timeline(principal, id);
  }
}
