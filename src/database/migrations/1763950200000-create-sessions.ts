import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1763950200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sessions (
        id           uuid PRIMARY KEY,
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3) NOT NULL DEFAULT now(),
        address      text,
        user_agent   text CONSTRAINT sessions_user_agent_is_short CHECK (length(user_agent) <= 256),
        expires_at   timestamptz(3) NOT NULL,
        ended_at     timestamptz(3),
        ended_reason text,
        CONSTRAINT sessions_end_has_reason CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
      )`);
    await queryRunner.query(`
      CREATE INDEX sessions_live_of_user ON sessions (user_id, created_at, id) WHERE ended_at IS NULL`);
    await queryRunner.query('CREATE INDEX sessions_by_end ON sessions (least(expires_at, ended_at))');
    await queryRunner.query(`
      CREATE TABLE refresh_tokens (
        hash           bytea PRIMARY KEY CONSTRAINT refresh_tokens_hash_is_sha256 CHECK (length(hash) = 32),
        session_id     uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        issued_at      timestamptz NOT NULL DEFAULT now(),
        used_at        timestamptz,
        successor_seed bytea
      )`);
    await queryRunner.query('CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id)');
    // The one live token of a family: a second one would be a fork that no reuse betrays.
    await queryRunner.query(`
      CREATE UNIQUE INDEX refresh_tokens_one_unused ON refresh_tokens (session_id) WHERE used_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE refresh_tokens');
    await queryRunner.query('DROP TABLE sessions');
  }
}
