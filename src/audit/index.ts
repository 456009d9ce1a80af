export { AuditEntry } from './audit-entry.entity.js';
export { AUDIT_ACTIONS, type AuditAction, type AuditDetails, type AuditEvent } from './audit-event.js';
export { AuditLog } from './audit-log.js';
export { type AuditOrigin, auditOrigin, Origin } from './audit-origin.js';
export { AuditModule } from './audit.module.js';
export { type AuditFilter, type AuditPosition } from './audit.repository.js';
