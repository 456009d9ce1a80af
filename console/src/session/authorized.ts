import { whenReachable } from '../api/connection.ts';
import { GatewayError, UnreachableError } from '../api/problem.ts';
import { type RequestOptions, send } from '../api/transport.ts';
import { authorization } from './session.ts';

/**
 * A request of whoever is logged in, tried once but for a token that has just ended.
 * @throws GatewayError, UnreachableError, SessionEndedError, and what an aborted `signal` throws
 */
export async function authorized(path: string, options: RequestOptions = {}): Promise<Response> {
  const first = await authorization();
  try {
    return await sendAs(first, path, options);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.problem.status !== 401) throw error;
  }
  return sendAs(await authorization(first), path, options);
}

/** Reads; goes on by itself when the gateway is back. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return patiently(async () => (await (await authorized(path, { signal })).json()) as T, signal);
}

/** For what may be done twice: it is done again when the gateway is back. */
export async function patiently<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      await whenReachable(signal);
    }
  }
}

/** Changes something. */
export async function change<T>(method: string, path: string, json?: unknown): Promise<T> {
  const response = await authorized(path, { method, json });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function sendAs(credential: string, path: string, options: RequestOptions): Promise<Response> {
  return send(path, { ...options, headers: { ...options.headers, Authorization: credential } });
}
