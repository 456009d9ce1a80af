import { IrisJobError } from '../errors/job-error.ts';
import { isIrisError } from '../errors/guards.ts';
import { newIdempotencyKey } from '../http/idempotency.ts';
import type { RetryOptions } from '../http/retry.ts';
import type { Transport } from '../http/transport.ts';
import type { Job } from '../jobs/job.ts';
import type { JobsApi } from '../jobs/jobs-api.ts';
import { type Progress, SENDING } from '../jobs/progress.ts';
import {
  documentForm,
  type DocumentSource,
  type NamedDocument,
  type ProcessFields,
} from './document-form.ts';
import type { BatchResult, ProcessResult } from './result.ts';

export interface SubmitOptions {
  readonly fields?: ProcessFields | undefined;
  /** Of what has no name of its own. */
  readonly fileName?: string | undefined;
  /** How long the result is kept, such as `0s`, `90m` or `24h`. */
  readonly retention?: string | undefined;
  /** However often it is sent, a document with the same key is accepted once; a new one for each call by default. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Until it is accepted; 10 minutes by default. */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryOptions | undefined;
}

export interface ProcessOptions extends SubmitOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** So many seconds the gateway is asked to answer with the result itself: one request, and no progress meanwhile. */
  readonly wait?: number | undefined;
}

const TIMEOUT_MS = 600_000;
const PATIENCE: RetryOptions = { retries: Infinity, busyMs: 120_000, unreachableMs: 60_000 };
const CANCEL_TIMEOUT_MS = 10_000;
/** A document may be accepted in the moment in which it is not wanted any more: then there is a job to be cancelled. */
const GRACE_MS = 1_000;

/** Takes documents to the gateway, and results from there. */
export class DocumentsApi {
  readonly #transport: Transport;
  readonly #jobs: JobsApi;

  constructor(transport: Transport, jobs: JobsApi) {
    this.#transport = transport;
    this.#jobs = jobs;
  }

  async process(document: DocumentSource, options: ProcessOptions = {}): Promise<ProcessResult> {
    const { onProgress, wait, signal } = options;
    onProgress?.(SENDING);
    const preference = wait === undefined ? 'respond-async' : `wait=${wait}`;
    const answer = await this.#send(document, preference, { ...options, signal: signal && later(signal) });
    if ('final_result' in answer) return answer;
    const job = await this.#seeThrough(answer, { onProgress, signal });
    if (job.state !== 'succeeded') throw new IrisJobError(job);
    return this.result(job.processing_id, { signal });
  }

  async submit(document: DocumentSource, options: SubmitOptions = {}): Promise<Job> {
    return (await this.#send(document, 'respond-async', options)) as Job;
  }

  async batch(
    documents: readonly (DocumentSource | NamedDocument)[],
    options: Omit<SubmitOptions, 'fileName'> = {},
  ): Promise<BatchResult> {
    const named = documents.map((each) => ('source' in each ? each : { source: each, fileName: undefined }));
    return this.#transport.json('POST', '/jobs/batch', {
      body: await documentForm(named, options.fields),
      ...callOf(options),
    });
  }

  result(
    processingId: string,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ProcessResult> {
    return this.#transport.json('GET', `/results/${encodeURIComponent(processingId)}`, options);
  }

  async #send(
    document: DocumentSource,
    preference: string,
    { fileName, fields, ...options }: SubmitOptions,
  ): Promise<Job | ProcessResult> {
    const body = await documentForm([{ source: document, fileName }], fields);
    const call = callOf({ ...options, headers: { ...options.headers, prefer: preference } });
    return this.#transport.json('POST', '/process', { body, ...call });
  }

  /** A signal that ends the waiting ends the job as well. */
  async #seeThrough(job: Job, options: Pick<ProcessOptions, 'onProgress' | 'signal'>): Promise<Job> {
    try {
      options.signal?.throwIfAborted();
      return await this.#jobs.follow(job, options);
    } catch (error) {
      if (options.signal?.aborted) await this.#cancel(job);
      throw error;
    }
  }

  /** It may have been finished in the same moment. */
  async #cancel({ id }: Job): Promise<void> {
    try {
      await this.#jobs.cancel(id, { signal: AbortSignal.timeout(CANCEL_TIMEOUT_MS) });
    } catch (error) {
      if (!isIrisError(error, 'JOB_FINISHED', 'JOB_NOT_FOUND')) throw error;
    }
  }
}

/** Ends with the same reason, but not at once. */
function later(signal: AbortSignal): AbortSignal {
  const abort = new AbortController();
  const onAbort = (): void => {
    setTimeout(() => {
      abort.abort(signal.reason);
    }, GRACE_MS);
  };
  if (signal.aborted) abort.abort(signal.reason);
  else signal.addEventListener('abort', onAbort, { once: true });
  return abort.signal;
}

function callOf({ retention, idempotencyKey, headers, signal, timeoutMs, retry }: SubmitOptions): {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly patience: RetryOptions;
  readonly retry: RetryOptions | undefined;
} {
  return {
    headers: {
      ...headers,
      'idempotency-key': idempotencyKey ?? newIdempotencyKey(),
      ...(retention !== undefined && { 'x-retention': retention }),
    },
    signal,
    timeoutMs: timeoutMs ?? TIMEOUT_MS,
    patience: PATIENCE,
    retry,
  };
}
