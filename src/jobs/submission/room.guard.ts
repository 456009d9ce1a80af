import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';

import { JobBacklog } from '../job-backlog.js';
import { parsePrefer } from './prefer.js';
import { isAsync } from './wishes.js';

/** Refuses a document for the queue before its upload is read, when the queue has no room for it. */
@Injectable()
export class RoomGuard implements CanActivate {
  constructor(private readonly backlog: JobBacklog) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { principal } = request;
    const isForTheQueue = request.path.endsWith('/batch') || isAsync(parsePrefer(request.get('prefer')));
    if (principal && isForTheQueue) await this.backlog.requireRoom(principal.userId);
    return true;
  }
}
