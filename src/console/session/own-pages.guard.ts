import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';

import { AuditLog, auditOrigin } from '../../audit/index.js';
import { CrossSiteRequestError } from '../console-errors.js';

/** No form can send a header, and no page of another origin may: that would take a preflight, which is not granted. */
const REQUESTED_WITH = 'iris-console';

/**
 * A browser adds the cookie by itself, so it must be known that one of our own pages asks. `SameSite=Strict` alone is
 * about sites, and another port or a subdomain is of the same site.
 */
@Injectable()
export class OwnPagesGuard implements CanActivate {
  constructor(private readonly audit: AuditLog) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.get('x-requested-with') === REQUESTED_WITH && isSameOrigin(request)) return true;
    const error = new CrossSiteRequestError();
    // Not awaited: whoever is refused need not wait for that.
    void this.audit.record({
      ...auditOrigin(request),
      action: 'access.denied',
      details: { code: error.code },
    });
    throw error;
  }
}

/**
 * By what no page can forge (https://www.w3.org/TR/fetch-metadata/). Browsers leave the first header out where they do
 * not trust the transport, and send the other with everything but GET. Only hosts are compared: behind a proxy that
 * ends TLS, the gateway does not know its own scheme.
 */
function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return URL.parse(request.get('origin') ?? '')?.host === request.get('host')?.toLowerCase();
}
