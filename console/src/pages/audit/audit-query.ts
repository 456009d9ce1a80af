import type { AuditAction } from '../../api/types.ts';

/** As the route takes them. */
export interface AuditQuery {
  readonly action?: AuditAction;
  readonly actor?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

/** In the order of how often somebody looks for them. */
export const AUDIT_ACTIONS = [
  'login.succeeded',
  'login.failed',
  'login.throttled',
  'session.refreshed',
  'session.refresh_reused',
  'session.ended',
  'session.all_ended',
  'access.denied',
  'api_key.created',
  'api_key.rotated',
  'api_key.revoked',
  'user.registered',
  'user.created',
  'user.disabled',
  'user.enabled',
  'user.role_changed',
  'user.password_changed',
  'user.password_reset',
  'document.forgotten',
  'cache.purged',
  'breaker.isolated',
  'breaker.reset',
  'rate_limit.reset',
  'job.retried',
  'webhook_secret.rotated',
] as const satisfies readonly AuditAction[];
