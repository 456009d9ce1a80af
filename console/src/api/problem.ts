/** What the gateway answers when it refuses or fails (RFC 9457). */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly request_id?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
}

/** The gateway has answered, and not with what was asked for. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(
    readonly problem: Problem,
    /** From `Retry-After`. */
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(problem.title);
  }
}

/** Nobody has answered, or something in between that knows nothing of the gateway. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Whoever asked is not logged in any more, and somebody else may be. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** @throws UnreachableError when the answer is not one of the gateway */
export async function toGatewayError(response: Response): Promise<GatewayError> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem && response.status >= 502) throw new UnreachableError(response.statusText);
  const seconds = Number(response.headers.get('retry-after') ?? 'none');
  return new GatewayError(
    isProblem ? await readProblem(response) : strangeAnswer(response),
    Number.isFinite(seconds) ? seconds : undefined,
  );
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return strangeAnswer(response);
  }
}

function strangeAnswer({ status, statusText, headers }: Response): Problem {
  return {
    title: statusText === '' ? `HTTP ${status}` : statusText,
    status,
    code: 'UNKNOWN',
    request_id: headers.get('x-request-id') ?? undefined,
  };
}
