import { randomBytes, randomUUID } from 'node:crypto';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const NO_TRACE = '0'.repeat(32);

/** The client's own id when it is harmless in a header and a log, else a new one. */
export function acceptRequestId(offered: string | undefined): string {
  return offered !== undefined && REQUEST_ID.test(offered) ? offered : randomUUID();
}

/** W3C Trace Context: the trace goes on with a span of ours, or starts here (not sampled). */
export function continueTrace(offered: string | undefined): { traceparent: string; continued: boolean } {
  const spanId = randomBytes(8).toString('hex');
  const [, traceId, flags] = TRACEPARENT.exec(offered ?? '') ?? [];
  if (traceId === undefined || traceId === NO_TRACE) {
    return { traceparent: `00-${randomBytes(16).toString('hex')}-${spanId}-00`, continued: false };
  }
  return { traceparent: `00-${traceId}-${spanId}-${flags ?? '00'}`, continued: true };
}
