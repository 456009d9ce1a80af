const REPEATABLE = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;
const KEY = 'idempotency-key';
const KEY_BYTES = 16;

/** `crypto.randomUUID` is not there in a page that came over plain http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a request that was carried out already may come once more (RFC 9110, 9.2.2, and Idempotency-Key). */
export function isRepeatable(method: string, headers: Headers): boolean {
  return REPEATABLE.test(method.toUpperCase()) || headers.has(KEY);
}
