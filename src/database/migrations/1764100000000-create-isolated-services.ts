import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Microservices that somebody has taken out of use. */
export class CreateIsolatedServices1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE isolated_services (
        service     text PRIMARY KEY,
        isolated_at timestamptz(3) NOT NULL DEFAULT now(),
        isolated_by uuid
      )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE isolated_services');
  }
}
