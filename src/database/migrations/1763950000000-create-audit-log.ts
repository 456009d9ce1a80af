import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No foreign keys: an entry outlives what it is about. Appending is all that the gateway can do with this table, whatever
 * mistake it makes; an owner of the table who prunes it by law or for space disables the trigger for that transaction.
 */
export class CreateAuditLog1763950000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_log (
        id         uuid PRIMARY KEY,
        at         timestamptz(3) NOT NULL,
        action     text NOT NULL,
        actor_id   uuid,
        subject    text,
        address    text,
        request_id text,
        details    jsonb NOT NULL DEFAULT '{}'
      )`);
    for (const column of [undefined, 'action', 'actor_id', 'subject']) {
      const [name, columns] = column ? [`${column}_at`, `${column}, at, id`] : ['at', 'at, id'];
      await queryRunner.query(`CREATE INDEX audit_log_by_${name} ON audit_log (${columns})`);
    }
    await this.#forbidChanges(queryRunner);
  }

  /** ALWAYS: also for a session that has switched ordinary triggers off. */
  async #forbidChanges(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only()`);
    await queryRunner.query('ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_log_is_append_only');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_log');
    await queryRunner.query('DROP FUNCTION audit_log_is_append_only');
  }
}
