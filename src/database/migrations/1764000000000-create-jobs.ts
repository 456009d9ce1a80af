import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE jobs (
    id                text PRIMARY KEY,
    owner_id          uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    processing_id     text NOT NULL CONSTRAINT jobs_processing_id_key UNIQUE,
    batch_id          text,
    lane              text NOT NULL CONSTRAINT jobs_lane_is_known CHECK (lane IN ('interactive', 'batch')),
    state             text NOT NULL CONSTRAINT jobs_state_is_known
                      CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    turn              integer NOT NULL,
    ticket            uuid NOT NULL,
    claims            integer NOT NULL DEFAULT 0,
    attempts          integer NOT NULL DEFAULT 0,
    phase             text,
    progress          smallint NOT NULL DEFAULT 0 CONSTRAINT jobs_progress_is_percent CHECK (progress BETWEEN 0 AND 100),
    parameters        jsonb NOT NULL,
    request           jsonb NOT NULL,
    file_name         text,
    media_type        text NOT NULL,
    document_sha256   text NOT NULL,
    document_bytes    integer NOT NULL,
    retention_seconds integer NOT NULL,
    callback_url      text,
    error             jsonb,
    is_dead           boolean NOT NULL DEFAULT false,
    last_event        integer NOT NULL DEFAULT 0,
    created_at        timestamptz(3) NOT NULL DEFAULT now(),
    available_at      timestamptz(3) NOT NULL DEFAULT now(),
    started_at        timestamptz(3),
    finished_at       timestamptz(3),
    expires_at        timestamptz(3)
  )`,
  'CREATE INDEX jobs_by_age ON jobs (created_at, id)',
  'CREATE INDEX jobs_of_owner ON jobs (owner_id, created_at, id)',
  'CREATE INDEX jobs_of_batch ON jobs (batch_id) WHERE batch_id IS NOT NULL',
  "CREATE INDEX jobs_unfinished ON jobs (owner_id, state, turn) WHERE state IN ('queued', 'running')",
  'CREATE INDEX jobs_dead ON jobs (finished_at, id) WHERE is_dead',
  'CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL',
  'CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE expires_at IS NOT NULL',
  // Photographs and their base64 do not get smaller by being compressed again.
  `CREATE TABLE job_documents (
    job_id text PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    bytes  bytea NOT NULL
  )`,
  'ALTER TABLE job_documents ALTER COLUMN bytes SET STORAGE EXTERNAL',
  `CREATE TABLE job_checkpoints (
    job_id    text NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    key       text NOT NULL,
    operation text NOT NULL,
    entry     text NOT NULL,
    PRIMARY KEY (job_id, key)
  )`,
  'ALTER TABLE job_checkpoints ALTER COLUMN entry SET STORAGE EXTERNAL',
  `CREATE TABLE job_results (
    job_id text PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    body   bytea NOT NULL,
    etag   text NOT NULL
  )`,
  'ALTER TABLE job_results ALTER COLUMN body SET STORAGE EXTERNAL',
  `CREATE TABLE job_events (
    job_id text NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    id     integer NOT NULL,
    type   text NOT NULL,
    data   jsonb NOT NULL,
    at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (job_id, id)
  )`,
];

/** Jobs, and what belongs to them for a while: the document, results of phases, the result, what has happened. */
export class CreateJobs1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE job_events, job_results, job_checkpoints, job_documents, jobs');
  }
}
