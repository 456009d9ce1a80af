import { Injectable } from '@nestjs/common';
import type { Request } from 'express';

import { type AuditDetails, AuditLog, auditOrigin } from '../audit/index.js';
import { AppError } from '../common/errors/index.js';
import { routeTemplate } from '../common/http/index.js';
import { AuthenticationRequiredError } from './auth-errors.js';

/** Puts refusals on record: credentials that are no good, and those that do not suffice. */
@Injectable()
export class Refusals {
  constructor(private readonly audit: AuditLog) {}

  /** Not awaited: whoever is refused need not wait for that. A request without credentials has tried nothing. */
  note(request: Request, error: unknown): void {
    if (!(error instanceof AppError) || error instanceof AuthenticationRequiredError) return;
    if (error.status !== 401 && error.status !== 403) return;
    const details = { code: error.code, method: request.method, route: routeTemplate(request) };
    void this.audit.record({
      ...auditOrigin(request),
      action: 'access.denied',
      details: { ...details, ...keyOf(request) },
    });
  }
}

function keyOf({ principal }: Request): AuditDetails {
  return principal?.credential.kind === 'api_key' ? { api_key: principal.credential.keyId } : {};
}
