import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { ProcessParameters } from '../pipeline/index.js';
import type { JobError } from './job-error.js';
import type { JobState } from './job-state.js';

/** Somebody waits for it, or it is one of many. */
export type Lane = 'interactive' | 'batch';

/** What of the request that brought it the work has to know. */
export interface JobRequest {
  readonly request_id: string;
  readonly traceparent: string;
  readonly tracestate: string | null;
  /** Its `Cache-Control`. */
  readonly cache_control: string | null;
}

/** A document that is processed in the background. */
@Entity('jobs')
export class Job {
  /** `job_` and a ULID. */
  @PrimaryColumn('text')
  id!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text', { name: 'processing_id' })
  processingId!: string;

  @Column('text', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  @Column('text')
  lane!: Lane;

  @Column('text')
  state!: JobState;

  /** Its place among those that wait in its lane: owners take turns. */
  @Column('integer')
  turn!: number;

  /** The piece of work in the queue that carries it now; any other is out of date. */
  @Column('uuid')
  ticket!: string;

  /** How often it was taken: whoever took it before has no more say. */
  @Column('integer')
  claims!: number;

  @Column('integer')
  attempts!: number;

  /** The phase that began last. */
  @Column('text', { nullable: true })
  phase!: string | null;

  /** Percent. */
  @Column('smallint')
  progress!: number;

  @Column('jsonb')
  parameters!: ProcessParameters;

  @Column('jsonb')
  request!: JobRequest;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('text', { name: 'document_sha256' })
  documentSha256!: string;

  @Column('integer', { name: 'document_bytes' })
  documentBytes!: number;

  /** How long the result is kept; 0: until it was read. */
  @Column('integer', { name: 'retention_seconds' })
  retentionSeconds!: number;

  @Column('text', { name: 'callback_url', nullable: true })
  callbackUrl!: string | null;

  /** Of the last attempt. */
  @Column('jsonb', { nullable: true })
  error!: JobError | null;

  /** It failed for want of attempts, and an administrator may have it retried. */
  @Column('boolean', { name: 'is_dead' })
  isDead!: boolean;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;

  /** It is not taken before that. */
  @Column({ type: 'timestamptz', precision: 3, name: 'available_at' })
  availableAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  /** When its result goes, or went. */
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
