import { noteUnreachable } from './connection.ts';
import { isAbort, toGatewayError, UnreachableError } from './problem.ts';

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request, tried once.
 * @throws GatewayError, UnreachableError, and what an aborted `signal` throws
 */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  try {
    const response = await fetch(path, toInit(options));
    if (response.ok) return response;
    throw await toGatewayError(response);
  } catch (error) {
    throw explain(error);
  }
}

function toInit({ method = 'GET', headers = {}, json, form, signal }: RequestOptions): RequestInit {
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
  const body = json === undefined ? form : JSON.stringify(json);
  return {
    method,
    headers: { ...type, ...headers },
    cache: 'no-store',
    ...(body && { body }),
    ...(signal && { signal }),
  };
}

/** fetch() throws a TypeError for whatever goes wrong on the way. */
function explain(error: unknown): unknown {
  if (isAbort(error) || !(error instanceof TypeError || error instanceof UnreachableError)) return error;
  noteUnreachable();
  return error instanceof UnreachableError ? error : new UnreachableError(error.message, { cause: error });
}
