import { setTimeout as delay } from 'node:timers/promises';

import { CliError, InterruptedError } from '../errors.ts';
import type { Credential } from './credential.ts';
import { GatewayError, StrangerError, UnreachableError } from './gateway-error.ts';
import { IdleTimer } from './idle-timer.ts';

/** For how long a request is tried again, in milliseconds. */
export interface Patience {
  /** While nobody answers any more; one that never answered is given up sooner. */
  readonly unreachableMs: number;
  /** While the gateway says that it is too busy; a longer `Retry-After` is not waited for. */
  readonly busyMs: number;
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Until the whole answer is there. */
  readonly timeoutMs?: number;
  readonly patience?: Patience;
}

export interface ClientOptions {
  /** Ends all calls, which throw InterruptedError. */
  readonly signal?: AbortSignal;
  /** The same request is made once more after so many milliseconds. */
  readonly onWait?: (error: CliError, waitMs: number) => void;
}

const TIMEOUT_MS = 30_000;
const PATIENCE: Patience = { unreachableMs: 5_000, busyMs: 60_000 };
export const NO_PATIENCE: Patience = { unreachableMs: 0, busyMs: 0 };
const STRANGER_MS = 5_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** Calls the gateway's HTTP API. All that is called must bear being called twice, unless there is no patience. */
export class GatewayClient {
  readonly #url: string;
  readonly #credential: Credential;
  readonly #options: ClientOptions;
  #hasAnswered = false;

  constructor(url: string, credential: Credential, options: ClientOptions = {}) {
    this.#url = url;
    this.#credential = credential;
    this.#options = options;
  }

  /**
   * @param route such as `GET /jobs`
   * @param read takes what is wanted out of an answer 2xx
   * @throws GatewayError, UnreachableError, NotLoggedInError, InterruptedError
   */
  call<T>(route: string, call: Call, read: (response: Response) => Promise<T>): Promise<T> {
    return this.#patiently(call, () =>
      this.#attempt(route, call, AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS), read),
    );
  }

  /** The same, for an answer in JSON. */
  json<T>(route: string, call: Call = {}): Promise<T> {
    return this.call(route, call, async (response) => (await response.json()) as T);
  }

  /**
   * The same, for an answer that comes bit by bit: it breaks off when nothing comes for `timeoutMs`.
   * @returns with it the timer, to be restarted with each bit and stopped by the caller
   */
  stream(route: string, call: Call): Promise<{ body: Response['body']; timer: IdleTimer }> {
    return this.#patiently(call, async () => {
      const timer = new IdleTimer(call.timeoutMs ?? TIMEOUT_MS);
      try {
        const bodyOf = ({ body }: Response): Promise<Response['body']> => Promise.resolve(body);
        return { body: await this.#attempt(route, call, timer.signal, bodyOf), timer };
      } catch (error) {
        timer.stop();
        throw error;
      }
    });
  }

  /** @throws InterruptedError */
  async pause(ms: number): Promise<void> {
    try {
      await delay(ms, undefined, this.#options.signal && { signal: this.#options.signal });
    } catch (cause) {
      throw this.explain(cause);
    }
  }

  /** What it means that a call or the reading of an answer broke off. */
  explain(error: unknown): CliError {
    if (this.#options.signal?.aborted) return new InterruptedError();
    if (error instanceof SyntaxError) return new StrangerError(this.#url);
    return new UnreachableError(this.#url, reasonOf(error), { cause: error });
  }

  async #patiently<T>({ patience = PATIENCE }: Call, attempt: () => Promise<T>): Promise<T> {
    const begunAt = performance.now();
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt();
      } catch (error) {
        const waitMs = waitBefore(error, failures);
        const isOver = performance.now() - begunAt + waitMs > this.#patienceWith(error, patience);
        if (!(error instanceof CliError) || isOver) throw error;
        this.#options.onWait?.(error, waitMs);
        await this.pause(waitMs);
      }
    }
  }

  #patienceWith(error: unknown, { unreachableMs, busyMs }: Patience): number {
    if (error instanceof GatewayError) return error.isTemporary ? busyMs : 0;
    if (!(error instanceof UnreachableError)) return 0;
    return this.#hasAnswered ? unreachableMs : Math.min(unreachableMs, STRANGER_MS);
  }

  async #attempt<T>(
    route: string,
    call: Call,
    own: AbortSignal,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const signal = AbortSignal.any([own, this.#options.signal ?? []].flat());
    try {
      const response = await this.#send(route, call, signal);
      if (!response.ok) throw await GatewayError.from(response);
      return await read(response);
    } catch (error) {
      throw error instanceof CliError ? error : this.explain(error);
    }
  }

  async #send(route: string, call: Call, signal: AbortSignal): Promise<Response> {
    const headers = await this.#credential.headers();
    const response = await this.#fetch(route, call, headers, signal);
    this.#hasAnswered = true;
    if (response.status !== 401 || !(await this.#credential.renew(headers))) return response;
    await response.body?.cancel();
    return this.#fetch(route, call, await this.#credential.headers(), signal);
  }

  #fetch(
    route: string,
    { headers, body }: Call,
    credential: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    return fetch(this.#url + path, {
      method,
      // A redirect would carry an API key to wherever it leads. And only with both of these fetch keeps no copy of the
      // body for another request: a file is never in memory as a whole.
      redirect: 'error',
      window: null,
      headers: {
        'user-agent': 'iris-cli',
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...headers,
        ...credential,
      },
      body: body ?? null,
      signal,
    });
  }
}

/** Twice as long each time, and never at the same moment as others. */
function waitBefore(error: unknown, failures: number): number {
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
  return Math.max(waitMs, error instanceof GatewayError ? (error.retryAfterMs ?? 0) : 0);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it does not answer in time';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
