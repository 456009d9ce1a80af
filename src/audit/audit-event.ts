/** Every act that the audit log knows, in the form `area.act`. */
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
  'log_level.changed',
  'webhook_secret.rotated',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Small facts. Never a secret. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Who did what to whom, from where. Never holds a secret. */
export interface AuditEvent {
  readonly action: AuditAction;
  /** The user who acted; undefined when nobody was authenticated. */
  readonly actorId?: string | undefined;
  /**
   * What was acted on: `user:<id>`, `session:<id>`, `api_key:<id>`, `document:<sha256>`, `job:<id>`,
   * `webhook_secret:<id>`, `service:<name>`, `module:<name>`, `ip:<address>`.
   */
  readonly subject?: string | undefined;
  /** The peer's address. */
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
  /** Small facts, such as the old and the new role. */
  readonly details?: AuditDetails;
}
