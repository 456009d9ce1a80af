import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE idempotency_keys (
    owner_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    route       text NOT NULL,
    key         text NOT NULL,
    document    text,
    fingerprint bytea NOT NULL CONSTRAINT idempotency_keys_fingerprint_is_sha256 CHECK (length(fingerprint) = 32),
    state       text NOT NULL CONSTRAINT idempotency_keys_state_is_known CHECK (state IN ('running', 'completed')),
    claim       uuid NOT NULL,
    lease_until timestamptz(3) NOT NULL,
    status      smallint,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz(3) NOT NULL,
    expires_at  timestamptz(3) NOT NULL,
    PRIMARY KEY (owner_id, route, key),
    CONSTRAINT idempotency_keys_completed_has_answer
      CHECK ((state = 'completed') = (status IS NOT NULL AND headers IS NOT NULL AND body IS NOT NULL))
  )`,
  // Photographs and their base64 do not get smaller by being compressed again.
  'ALTER TABLE idempotency_keys ALTER COLUMN body SET STORAGE EXTERNAL',
  'CREATE UNIQUE INDEX idempotency_keys_claim ON idempotency_keys (claim)',
  'CREATE INDEX idempotency_keys_of_document ON idempotency_keys (owner_id, document) WHERE document IS NOT NULL',
  'CREATE INDEX idempotency_keys_expiring ON idempotency_keys (expires_at)',
];

/** What a request with an `Idempotency-Key` was answered, or who is working on it. */
export class CreateIdempotencyKeys1764000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_keys');
  }
}
