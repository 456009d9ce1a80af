import type { IncomingHttpHeaders } from 'node:http';

import { IdempotencyKeyMalformedError } from './idempotency-errors.js';

const KEY = /^[!-~]{1,255}$/;
/** RFC 9651, 3.3.3: within the quotes, only a quote and a backslash are escaped. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const ESCAPED = /\\(["\\])/g;

/**
 * The `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), with or without the quotes of a structured field.
 * Undefined: the request has none.
 * @throws IdempotencyKeyMalformedError
 */
export function readIdempotencyKey(headers: IncomingHttpHeaders): string | undefined {
  const text = headers['idempotency-key'];
  if (text === undefined) return undefined;
  // Node joins repeated headers with ", ", and a space is in no key.
  const key = String(text).startsWith('"') ? unquote(String(text)) : String(text);
  if (!KEY.test(key)) throw new IdempotencyKeyMalformedError();
  return key;
}

function unquote(text: string): string {
  return QUOTED.exec(text)?.[1]?.replace(ESCAPED, '$1') ?? '';
}
