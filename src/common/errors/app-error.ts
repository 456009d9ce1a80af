export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface FieldError {
  /** RFC 6901 JSON Pointer to the offending value. */
  readonly pointer: string;
  readonly detail: string;
}

/** Members that a problem may add to those of RFC 9457. Everything here is shown to the client. */
export interface ProblemExtensions {
  readonly errors?: readonly FieldError[];
  readonly limit?: number;
  readonly actual?: number;
  /** Names of the limits that are used up, as in `RateLimit-Policy`; the draft of that header spells it like this. */
  readonly 'violated-policies'?: readonly string[];
  readonly service?: string;
  readonly phase?: string;
  /** Overrules what the status says. */
  readonly retryable?: boolean;
  /** What became of each phase of a document whose required phase failed. */
  readonly phases?: object;
  /** Media types that would have been accepted. */
  readonly accepted?: readonly string[];
}

export interface AppErrorOptions {
  readonly extensions?: ProblemExtensions;
  /** Seconds after which a retry may succeed; answered as `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Further response headers, for example `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

const RETRYABLE_STATUSES = new Set([408, 429, 502, 503, 504]);

/** Whether the same request may succeed later, as far as the status says it. */
export function isRetryableStatus(status: number): boolean {
  return RETRYABLE_STATUSES.has(status);
}

/**
 * An error that a client may see. Subclasses fix `code`, `status` and `title`;
 * the problem filter renders them as RFC 9457 `application/problem+json`.
 */
export abstract class AppError extends Error {
  /** Stable and documented, in the form `AREA_REASON`. */
  abstract readonly code: string;
  abstract readonly status: number;
  abstract readonly title: string;

  readonly retryAfterSeconds: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  #extensions: ProblemExtensions;

  /** @param detail what went wrong, safe for clients: no stack, host name, driver text or secret */
  constructor(detail: string, options: AppErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = new.target.name;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.headers = options.headers ?? {};
    this.#extensions = options.extensions ?? {};
  }

  get extensions(): ProblemExtensions {
    return this.#extensions;
  }

  /** Adds what only an outer layer knows, such as the phase that a failed call belonged to. */
  annotate(extensions: ProblemExtensions): this {
    this.#extensions = { ...this.#extensions, ...extensions };
    return this;
  }

  /** Whether the same request may succeed later without a change. */
  get retryable(): boolean {
    return isRetryableStatus(this.status);
  }

  /** `error` means that a person must act; a client's mistake is not that. */
  get logLevel(): LogLevel {
    return this.status >= 500 ? 'warn' : 'info';
  }
}
