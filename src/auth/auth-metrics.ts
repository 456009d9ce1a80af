import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';

import { type AuditAction, type AuditEvent, AuditLog } from '../audit/index.js';
import { CATALOGUE, type Labels, METRICS } from '../metrics/index.js';

type AuthEvent = Labels<'authEvents'>['event'];

const OF_ACTION: Readonly<Partial<Record<AuditAction, AuthEvent>>> = {
  'login.succeeded': 'login_succeeded',
  'login.failed': 'login_failed',
  'login.throttled': 'login_throttled',
  'session.refreshed': 'token_refreshed',
  'session.refresh_reused': 'refresh_reused',
  'access.denied': 'access_refused',
};
/** Refusals whose reason is a credential. */
const OF_CODE: Readonly<Partial<Record<string, AuthEvent>>> = {
  INVALID_REFRESH_TOKEN: 'refresh_refused',
  INVALID_TOKEN: 'token_refused',
  INVALID_API_KEY: 'key_refused',
};

/** Counts what the audit log is told of; that keeps only some of a flood. */
@Injectable()
export class AuthMetrics {
  constructor(@InjectMetric(METRICS.authEvents) counter: Counter, audit: AuditLog) {
    // An alert looks for increases, and there is none without a value before the first event.
    for (const event of CATALOGUE.authEvents.labels.event) counter.inc({ event }, 0);
    audit.onEvent((audited) => {
      const event = authEventOf(audited);
      if (event) counter.inc({ event } satisfies Labels<'authEvents'>);
    });
  }
}

function authEventOf({ action, details }: AuditEvent): AuthEvent | undefined {
  const code = details?.code;
  return (typeof code === 'string' ? OF_CODE[code] : undefined) ?? OF_ACTION[action];
}
