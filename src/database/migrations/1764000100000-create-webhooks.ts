import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Not hashed: they are what is signed with.
  `CREATE TABLE webhook_secrets (
    id         uuid PRIMARY KEY,
    owner_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    secret     bytea NOT NULL CONSTRAINT webhook_secrets_have_256_bits CHECK (length(secret) = 32),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    expires_at timestamptz(3)
  )`,
  `CREATE UNIQUE INDEX webhook_secrets_current_key ON webhook_secrets (owner_id) WHERE expires_at IS NULL`,
  'CREATE INDEX webhook_secrets_former ON webhook_secrets (owner_id) WHERE expires_at IS NOT NULL',
  // A delivery outlives its job.
  `CREATE TABLE webhook_deliveries (
    id              text PRIMARY KEY,
    owner_id        uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    job_id          text NOT NULL,
    url             text NOT NULL,
    type            text NOT NULL,
    payload         text NOT NULL,
    state           text NOT NULL CONSTRAINT webhook_deliveries_state_is_known
                    CHECK (state IN ('pending', 'delivered', 'failed', 'disabled')),
    ticket          uuid CONSTRAINT webhook_deliveries_pending_have_a_ticket
                    CHECK ((ticket IS NOT NULL) = (state = 'pending')),
    attempts        integer NOT NULL DEFAULT 0,
    tries           integer NOT NULL DEFAULT 0,
    retry_until     timestamptz(3) NOT NULL,
    next_attempt_at timestamptz(3),
    created_at      timestamptz(3) NOT NULL DEFAULT now(),
    finished_at     timestamptz(3)
  )`,
  'CREATE INDEX webhook_deliveries_of_owner ON webhook_deliveries (owner_id, created_at, id)',
  'CREATE INDEX webhook_deliveries_of_job ON webhook_deliveries (job_id)',
  'CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (finished_at) WHERE finished_at IS NOT NULL',
  `CREATE TABLE webhook_attempts (
    delivery_id text NOT NULL REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
    number      integer NOT NULL,
    at          timestamptz(3) NOT NULL,
    status      smallint,
    ms          integer NOT NULL,
    error       text,
    PRIMARY KEY (delivery_id, number)
  )`,
  `CREATE TABLE webhook_disabled_endpoints (
    id          uuid PRIMARY KEY,
    owner_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    url         text NOT NULL,
    disabled_at timestamptz(3) NOT NULL DEFAULT now(),
    CONSTRAINT webhook_disabled_endpoints_key UNIQUE (owner_id, url)
  )`,
];

/** Signing secrets, what was and is to be delivered, each attempt at it, and addresses that are gone for good. */
export class CreateWebhooks1764000100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE webhook_disabled_endpoints, webhook_attempts, webhook_deliveries, webhook_secrets',
    );
  }
}
