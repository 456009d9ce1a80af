import { CliError, EXIT, type ExitCode } from '../errors.ts';

/** A refusal as the gateway tells it (RFC 9457). */
interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly request_id: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

const MOST_ERRORS = 3;

/** Something answers that is not the gateway. */
export class StrangerError extends CliError {
  constructor(url: string) {
    super('NO_GATEWAY', `What answers at ${url} is no gateway of IRIS.`, EXIT.unavailable);
  }
}

/** Nobody answers. */
export class UnreachableError extends CliError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super('UNREACHABLE', `The gateway at ${url} cannot be reached: ${reason}.`, EXIT.unavailable, options);
  }
}

/** The gateway answered, but with a refusal. */
export class GatewayError extends CliError {
  readonly status: number;
  /** `Retry-After`, as far as the gateway named one. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, problem: Partial<Problem>, retryAfterMs: number | undefined) {
    super(problem.code ?? `HTTP_${status}`, toLine(status, problem), exitCodeOf(status));
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  static async from(response: Response): Promise<GatewayError> {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
    return new GatewayError(response.status, await readProblem(response), retryAfterMs);
  }

  /** The same request may be answered otherwise in a moment. */
  get isTemporary(): boolean {
    return [429, 502, 503, 504].includes(this.status) || this.code === 'IDEMPOTENCY_KEY_IN_USE';
  }
}

async function readProblem(response: Response): Promise<Partial<Problem>> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as Problem;
  }
  await response.body?.cancel();
  return {};
}

function toLine(status: number, { title, detail, errors = [], request_id: id }: Partial<Problem>): string {
  const what = title === undefined ? `The gateway answered ${status}` : `${title}: ${detail ?? ''}`;
  const faults = errors.slice(0, MOST_ERRORS).map((error) => ` ${error.pointer} ${error.detail}.`);
  const request = id === undefined ? '' : ` (request ${id})`;
  return `${what}${faults.join('')}${request}`;
}

function exitCodeOf(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.forbidden;
  return status === 429 || status >= 502 ? EXIT.unavailable : EXIT.failed;
}
