import { randomUUID } from 'node:crypto';

import { randomHex } from './random-hex.js';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
/** Version, trace, parent, flags; only later versions may have more. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const ONLY_ZEROS = /^0+$/;
/** "Sampled" and "random trace id"; the others mean nothing in the version that we write. */
const KNOWN_FLAGS = 0x03;

/** The client's own id when it is harmless in a header and a log, else a new one. */
export function acceptRequestId(offered: string | undefined): string {
  return offered !== undefined && REQUEST_ID.test(offered) ? offered : randomUUID();
}

/** W3C Trace Context: the trace goes on with a span of ours, or starts here (not sampled). */
export function continueTrace(offered: string | undefined): { traceparent: string; continued: boolean } {
  const spanId = randomHex(8);
  const trace = parseTraceparent(offered ?? '');
  if (!trace) return { traceparent: `00-${randomHex(16)}-${spanId}-00`, continued: false };
  return { traceparent: `00-${trace.id}-${spanId}-0${trace.flags}`, continued: true };
}

/** Whether a trace can go on from it. */
export function isTraceparent(offered: string): boolean {
  return parseTraceparent(offered) !== undefined;
}

function parseTraceparent(text: string): { id: string; flags: number } | undefined {
  const [, version, id = '', parent = '', flags = '', rest] = TRACEPARENT.exec(text) ?? [];
  const isKnown = version === '00' ? rest === undefined : version !== undefined && version !== 'ff';
  if (!isKnown || ONLY_ZEROS.test(id) || ONLY_ZEROS.test(parent)) return undefined;
  return { id, flags: Number.parseInt(flags, 16) & KNOWN_FLAGS };
}
