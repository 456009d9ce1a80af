import type { ErrorCode } from './error-code.ts';
import type { Problem } from './problem.ts';

const MOST_FAULTS = 3;
const TEMPORARY = [408, 429, 502, 503, 504];

/** The gateway has refused what was asked. */
export class IrisError extends Error {
  override readonly name: string = 'IrisError';
  /** Stable: to be decided by. `HTTP_<status>` when somebody else refused, such as a proxy on the way. */
  readonly code: ErrorCode;
  readonly status: number;
  /** For people. */
  readonly detail: string;
  /** By which the operators of the gateway find the request. */
  readonly requestId: string | undefined;
  /** `Retry-After`. */
  readonly retryAfterMs: number | undefined;
  /** All that was said; empty when it was not said as a problem. */
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>, retryAfterMs?: number) {
    super(toLine(status, problem));
    this.code = problem.code ?? `HTTP_${status}`;
    this.status = status;
    this.detail = problem.detail ?? `The gateway answered ${status}`;
    this.requestId = problem.request_id;
    this.retryAfterMs = retryAfterMs;
    this.problem = problem;
  }

  /** The same request may be answered otherwise in a moment. */
  get isTemporary(): boolean {
    if (this.code === 'IDEMPOTENCY_KEY_IN_USE') return true;
    return this.problem.retryable ?? TEMPORARY.includes(this.status);
  }
}

function toLine(status: number, { title, detail, errors = [], request_id: id }: Partial<Problem>): string {
  const what = title === undefined ? `The gateway answered ${status}` : `${title}: ${detail ?? ''}`;
  const faults = errors.slice(0, MOST_FAULTS).map((error) => ` ${error.pointer} ${error.detail}.`);
  const request = id === undefined ? '' : ` (request ${id})`;
  return `${what}${faults.join('')}${request}`;
}
