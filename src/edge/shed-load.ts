import type { RequestHandler } from 'express';

import { AppError } from '../common/errors/index.js';

/** How often it is looked whether the event loop is late. */
const LOOK_EVERY_MS = 100;
const LATE_LOOKS = 3;
const RETRY_SECONDS = 2;

/** Whoever must see what goes on under load, or end it. */
const ALWAYS_SERVED = /^(?:\/v1)?\/(?:health|admin|console)(?:\/|$)/i;

export function isAlwaysServed(path: string): boolean {
  return ALWAYS_SERVED.test(path);
}

/** 503: this process has more to do than it can. */
export class GatewayOverloadedError extends AppError {
  readonly code = 'GATEWAY_OVERLOADED';
  readonly status = 503;
  readonly title = 'The gateway is overloaded';

  constructor() {
    super('Too much is under way here; try again in a moment.', { retryAfterSeconds: RETRY_SECONDS });
  }
}

/**
 * Refuses new work while the event loop is late as a rule, before anything has been done for it.
 * @param clock in milliseconds, which never goes back
 */
export function shedLoad(maxDelayMs: number, clock: () => number = () => performance.now()): RequestHandler {
  const isLate = lateLoop(maxDelayMs, clock);
  return (request, _response, next) => {
    if (isLate() && !isAlwaysServed(request.path)) throw new GatewayOverloadedError();
    next();
  };
}

/**
 * Judged by three looks in a row: a single stall (a paused process, one large document) is over when it is noticed,
 * and refusing requests would not undo it.
 */
function lateLoop(maxDelayMs: number, clock: () => number): () => boolean {
  let lateInARow = 0;
  let dueAt = clock() + LOOK_EVERY_MS;
  setInterval(() => {
    const now = clock();
    lateInARow = now - dueAt > maxDelayMs ? lateInARow + 1 : 0;
    dueAt = now + LOOK_EVERY_MS;
  }, LOOK_EVERY_MS).unref();
  return () => lateInARow >= LATE_LOOKS;
}
