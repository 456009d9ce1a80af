import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApiKeys1763950300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE api_keys (
        id           uuid PRIMARY KEY,
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name         text NOT NULL,
        prefix       text NOT NULL,
        last_four    text NOT NULL,
        hash         bytea NOT NULL CONSTRAINT api_keys_hash_key UNIQUE
                     CONSTRAINT api_keys_hash_is_sha256 CHECK (length(hash) = 32),
        scopes       text[] NOT NULL CONSTRAINT api_keys_scopes_are_named CHECK (cardinality(scopes) > 0),
        rate_limit   text,
        created_at   timestamptz(3) NOT NULL,
        expires_at   timestamptz(3),
        last_used_at timestamptz(3),
        revoked_at   timestamptz(3),
        replaced_by  uuid CONSTRAINT api_keys_replaced_by_key UNIQUE REFERENCES api_keys (id) ON DELETE SET NULL
      )`);
    await queryRunner.query('CREATE INDEX api_keys_of_user ON api_keys (user_id, created_at, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE api_keys');
  }
}
