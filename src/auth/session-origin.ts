import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import type { SessionOrigin } from '../sessions/index.js';

/** Injects from where the request came. */
export const FromWhere = createParamDecorator(
  (_data: unknown, execution: ExecutionContext): SessionOrigin => {
    const { ip, headers, context } = execution.switchToHttp().getRequest<Request>();
    return { address: ip, userAgent: headers['user-agent'], requestId: context?.requestId };
  },
);
