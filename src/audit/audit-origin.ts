import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import type { AuditEvent } from './audit-event.js';

/** Of an event, what the request itself says. */
export type AuditOrigin = Pick<AuditEvent, 'actorId' | 'address' | 'requestId'>;

export function auditOrigin({ principal, ip, context }: Request): AuditOrigin {
  return { actorId: principal?.userId, address: ip, requestId: context?.requestId };
}

/** Injects it into a controller's method, to be handed on to what records the act. */
export const Origin = createParamDecorator((_data: unknown, execution: ExecutionContext): AuditOrigin =>
  auditOrigin(execution.switchToHttp().getRequest<Request>()),
);
