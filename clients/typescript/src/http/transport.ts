import { ANONYMOUS, type Credential } from '../auth/credential.ts';
import type { ErrorCode } from '../errors/error-code.ts';
import { isIrisError } from '../errors/guards.ts';
import { IrisError } from '../errors/iris-error.ts';
import type { Problem } from '../errors/problem.ts';
import { IrisNetworkError, IrisProtocolError, IrisTimeoutError } from '../errors/transport-errors.ts';
import { IdleTimer } from './idle-timer.ts';
import { isRepeatable } from './idempotency.ts';
import { pause } from './pause.ts';
import { readRetryAfter } from './retry-after.ts';
import { NO_RETRY, RetryPlan, type RetryOptions } from './retry.ts';

export interface TransportOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Ends all that is under way. */
  readonly signal?: AbortSignal | undefined;
  readonly retry?: RetryOptions | undefined;
  readonly timeoutMs?: number | undefined;
  /** Of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Call {
  readonly headers?: HeadersInit | undefined;
  /** Of a kind that can be sent more than once. Text is sent as JSON, unless the headers say otherwise. */
  readonly body?: string | FormData | Blob | Uint8Array<ArrayBuffer> | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
  /** Until the whole answer is there. */
  readonly timeoutMs?: number | undefined;
  /** What is usual for such a request; the options of the client overrule it. */
  readonly patience?: RetryOptions;
  readonly retry?: RetryOptions | undefined;
  /** Refusals that are not waited out. */
  readonly finalCodes?: readonly ErrorCode[];
  /** For the routes that everybody may call. */
  readonly isAnonymous?: boolean;
  /** Although its method and headers do not say so. */
  readonly isRepeatable?: boolean;
}

/** An answer that comes bit by bit. */
export interface OpenStream {
  readonly body: Response['body'];
  /** To be restarted with each bit, and stopped in the end. */
  readonly timer: IdleTimer;
}

const TIMEOUT_MS = 30_000;

/** Sends requests: with credentials, within a time, and again where that makes sense. */
export class Transport {
  readonly baseUrl: string;
  readonly #options: TransportOptions;
  #hasAnswered = false;

  constructor(options: TransportOptions) {
    this.baseUrl = options.baseUrl;
    this.#options = options;
  }

  /**
   * @param path below the base URL, with its query
   * @param read takes what is wanted out of an answer 2xx
   * @throws IrisError, IrisNetworkError, IrisTimeoutError, IrisProtocolError, the reason of a signal that has ended it
   */
  request<T>(method: string, path: string, call: Call, read: (response: Response) => Promise<T>): Promise<T> {
    const attempt = (): Promise<T> =>
      this.#attempt(method, path, call, AbortSignal.timeout(this.#timeoutOf(call)), read);
    return this.#patiently(method, call, attempt);
  }

  /** The same, for an answer in JSON. */
  json<T>(method: string, path: string, call: Call = {}): Promise<T> {
    return this.request(method, path, call, async (response) => (await response.json()) as T);
  }

  /** The same, for an answer that breaks off when nothing comes for `timeoutMs`. */
  stream(method: string, path: string, call: Call): Promise<OpenStream> {
    return this.#patiently(method, call, async () => {
      const timer = new IdleTimer(this.#timeoutOf(call));
      try {
        const bodyOf = ({ body }: Response): Promise<Response['body']> => Promise.resolve(body);
        return { body: await this.#attempt(method, path, call, timer.signal, bodyOf), timer };
      } catch (error) {
        timer.stop();
        throw error;
      }
    });
  }

  /** @throws the reason of a signal that has ended it */
  pause(ms: number, signal?: AbortSignal | null): Promise<void> {
    return pause(ms, joined(signal, this.#options.signal));
  }

  /** What it means that a request, or the reading of its answer, broke off. */
  explain(error: unknown, signal?: AbortSignal | null): Error {
    const ended = [signal, this.#options.signal].find((one) => one?.aborted);
    if (ended) return ended.reason as Error;
    if (isOwn(error)) return error;
    const { name } = error as Partial<Error>;
    if (name === 'SyntaxError') return new IrisProtocolError(this.baseUrl, { cause: error });
    if (name === 'TimeoutError') return new IrisTimeoutError(this.baseUrl, { cause: error });
    return new IrisNetworkError(this.baseUrl, reasonOf(error), { cause: error });
  }

  async #patiently<T>(method: string, call: Call, attempt: () => Promise<T>): Promise<T> {
    const plan = new RetryPlan(this.#mayRepeat(method, call) ? this.#retryOf(call) : NO_RETRY);
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (call.finalCodes && isIrisError(error, ...call.finalCodes)) throw error;
        const waitMs = plan.waitAfter(error, this.#hasAnswered);
        if (waitMs === undefined) throw error;
        await this.pause(waitMs, call.signal);
      }
    }
  }

  async #attempt<T>(
    method: string,
    path: string,
    call: Call,
    own: AbortSignal,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const signal = joined(own, call.signal, this.#options.signal) ?? own;
    const response = await this.#send(method, path, call, signal);
    return this.#explained(call, async () => {
      if (!response.ok) throw await toIrisError(response);
      return read(response);
    });
  }

  async #send(method: string, path: string, call: Call, signal: AbortSignal): Promise<Response> {
    const credential = call.isAnonymous === true ? ANONYMOUS : this.#options.credential;
    const fetch = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      this.#explained(call, () => this.#fetch(method, path, call, headers, signal));
    const headers = await credential.headers();
    const response = await fetch(headers);
    this.#hasAnswered = true;
    if (response.status !== 401 || !(await credential.renew(headers))) return response;
    await response.body?.cancel();
    return fetch(await credential.headers());
  }

  /** What the source of a credential throws is its own affair. */
  async #explained<T>({ signal }: Call, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.explain(error, signal);
    }
  }

  #fetch(
    method: string,
    path: string,
    call: Call,
    credential: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    const { fetch = (url: string, init: RequestInit) => globalThis.fetch(url, init) } = this.#options;
    const headers = new Headers(call.headers);
    if (typeof call.body === 'string' && !headers.has('content-type')) {
      headers.set('content-type', 'application/json');
    }
    for (const [name, value] of Object.entries({ ...this.#options.headers, ...credential })) {
      headers.set(name, value);
    }
    // A redirect would carry an API key to wherever it leads. And only with both of these fetch keeps no copy of the
    // body for another request: a file is never in memory as a whole.
    const init = { redirect: 'error', window: null } as const;
    return fetch(this.baseUrl + path, { ...init, method, headers, body: call.body ?? null, signal });
  }

  #mayRepeat(method: string, call: Call): boolean {
    return call.isRepeatable ?? isRepeatable(method, new Headers(call.headers));
  }

  #retryOf(call: Call): RetryOptions {
    return { ...call.patience, ...this.#options.retry, ...call.retry };
  }

  #timeoutOf({ timeoutMs }: Call): number {
    return timeoutMs ?? this.#options.timeoutMs ?? TIMEOUT_MS;
  }
}

async function toIrisError(response: Response): Promise<IrisError> {
  const problem = await readProblem(response);
  return new IrisError(response.status, problem, readRetryAfter(response.headers));
}

async function readProblem(response: Response): Promise<Partial<Problem>> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as Problem;
  }
  await response.body?.cancel();
  return {};
}

function joined(...signals: readonly (AbortSignal | null | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal != null);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function isOwn(error: unknown): error is Error {
  return [IrisError, IrisNetworkError, IrisProtocolError].some((type) => error instanceof type);
}

/** Where there is a code, such as ECONNREFUSED, Node has put it into the cause. */
function reasonOf(error: unknown): string {
  const { message = String(error), cause } = error as Partial<Error>;
  const { code, message: inner } = (cause ?? {}) as { readonly code?: string; readonly message?: string };
  return code ?? inner ?? message;
}
