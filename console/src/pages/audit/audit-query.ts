import type { AuditAction } from '../../api/types.ts';

/** As the route takes them. */
export interface AuditQuery {
  readonly action?: AuditAction;
  readonly actor?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

/** In the order in which they are offered; one that is missing is found by the compiler. */
const ACTIONS: Readonly<Record<AuditAction, true>> = {
  'login.succeeded': true,
  'login.failed': true,
  'login.throttled': true,
  'session.refreshed': true,
  'session.refresh_reused': true,
  'session.ended': true,
  'session.all_ended': true,
  'access.denied': true,
  'api_key.created': true,
  'api_key.rotated': true,
  'api_key.revoked': true,
  'user.registered': true,
  'user.created': true,
  'user.disabled': true,
  'user.enabled': true,
  'user.role_changed': true,
  'user.password_changed': true,
  'user.password_reset': true,
  'document.forgotten': true,
  'cache.purged': true,
  'breaker.isolated': true,
  'breaker.reset': true,
  'rate_limit.reset': true,
  'job.retried': true,
  'webhook_secret.rotated': true,
  'log_level.changed': true,
};
export const AUDIT_ACTIONS = Object.keys(ACTIONS) as AuditAction[];
