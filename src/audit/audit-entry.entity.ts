import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { AuditAction, AuditDetails } from './audit-event.js';

/** An event as it is kept. The table refuses every change. */
@Entity('audit_log')
export class AuditEntry {
  /** A UUID, made before the first attempt to store it: a repeated attempt stores nothing twice. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('text')
  action!: AuditAction;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('jsonb')
  details!: AuditDetails;
}
