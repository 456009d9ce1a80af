import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddOperators1763950100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE users DROP CONSTRAINT users_role_is_known');
    await queryRunner.query(
      `ALTER TABLE users ADD CONSTRAINT users_role_is_known CHECK (role IN ('user', 'operator', 'admin'))`,
    );
    // The list of users is ordered and searched byte by byte, whatever the database's collation.
    await queryRunner.query('CREATE INDEX users_by_email_bytes ON users (email COLLATE "C")');
  }

  /** Operators become users: fewer rights, never more. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX users_by_email_bytes');
    await queryRunner.query(`UPDATE users SET role = 'user' WHERE role = 'operator'`);
    await queryRunner.query('ALTER TABLE users DROP CONSTRAINT users_role_is_known');
    await queryRunner.query(
      `ALTER TABLE users ADD CONSTRAINT users_role_is_known CHECK (role IN ('user', 'admin'))`,
    );
  }
}
