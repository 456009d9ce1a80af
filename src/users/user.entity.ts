import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Role } from '../common/context/index.js';

@Entity('users')
export class User {
  /** A UUID. */
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower-case, unique. */
  @Column('text')
  email!: string;

  /** A PHC string, with its algorithm and parameters. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text')
  role!: Role;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Set: this user may not log in. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
