export { AUDIT_ACTIONS, type AuditAction, type AuditEvent } from './audit-event.js';
export { AuditLog } from './audit-log.js';
export { AuditModule } from './audit.module.js';
