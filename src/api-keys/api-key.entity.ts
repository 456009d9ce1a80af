import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Scope } from '../common/context/index.js';

@Entity('api_keys')
export class ApiKey {
  /** A UUID. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** What its owner calls it. */
  @Column('text')
  name!: string;

  /** The beginning and the end of its text, by which its owner recognises it. */
  @Column('text')
  prefix!: string;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  /** SHA-256 of its text. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text', { array: true })
  scopes!: Scope[];

  /** Such as `100/hour`. */
  @Column('text', { name: 'rate_limit', nullable: true })
  rateLimit!: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** As of the last minute or so. */
  @Column({ type: 'timestamptz', precision: 3, name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** The id of the key that it was rotated to. */
  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;
}
