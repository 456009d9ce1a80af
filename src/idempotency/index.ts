export type { Claim } from './claim.js';
export {
  IdempotencyKeyInUseError,
  IdempotencyKeyMalformedError,
  IdempotencyKeyReusedError,
} from './idempotency-errors.js';
export { readIdempotencyKey } from './idempotency-key.js';
export { type Begun, Idempotency } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
export type { Answer, KeyedRequest } from './idempotency.repository.js';
