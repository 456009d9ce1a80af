import { type Api, createApi } from './api.ts';
import { AuthApi, type PasswordLogin } from './auth/auth-api.ts';
import { ANONYMOUS, apiKeyCredential, type Credential } from './auth/credential.ts';
import { PasswordSession } from './auth/password-session.ts';
import { bearerCredential, type TokenSource } from './auth/token-source.ts';
import type { DocumentSource, NamedDocument } from './documents/document-form.ts';
import { DocumentsApi, type ProcessOptions, type SubmitOptions } from './documents/documents-api.ts';
import type { BatchResult, ProcessResult } from './documents/result.ts';
import { parseBaseUrl } from './http/base-url.ts';
import type { RetryOptions } from './http/retry.ts';
import { Transport, type TransportOptions } from './http/transport.ts';
import { type CallOptions, JobsApi } from './jobs/jobs-api.ts';
import type { Job } from './jobs/job.ts';

/** On whose behalf: an account, an API key, an access token, or whatever gives access tokens. */
export type Auth =
  PasswordLogin | { readonly apiKey: string } | { readonly accessToken: string } | TokenSource;

export interface IrisClientOptions {
  /** Such as `https://iris.example.com`; in a browser also relative to the page. */
  readonly baseUrl: string;
  /** Nothing: for the routes that everybody may call. */
  readonly auth?: Auth | undefined;
  /** Instead of the global one. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Ends all that is under way. */
  readonly signal?: AbortSignal | undefined;
  readonly retry?: RetryOptions | undefined;
  /** For one answer, milliseconds; 30 000 by default. Documents have a longer one. */
  readonly timeoutMs?: number | undefined;
  /** Of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * The gateway, as a program sees it. All methods throw IrisError when it refuses, IrisNetworkError (IrisTimeoutError)
 * when it stays away, IrisProtocolError when something else answers, and the reason of a signal that has ended them.
 */
export class IrisClient {
  readonly auth: AuthApi;
  readonly jobs: JobsApi;
  /** All other routes. */
  readonly api: Api;
  readonly #documents: DocumentsApi;

  /** @throws TypeError for an address that is none */
  constructor({ baseUrl, auth, ...options }: IrisClientOptions) {
    const transportOf = (credential: Credential): Transport => {
      const plain: TransportOptions = { ...options, baseUrl: parseBaseUrl(baseUrl), credential };
      return new Transport(plain);
    };
    const transport = transportOf(credentialOf(auth, () => new AuthApi(transportOf(ANONYMOUS))));
    this.auth = new AuthApi(transport);
    this.jobs = new JobsApi(transport);
    this.api = createApi(transport);
    this.#documents = new DocumentsApi(transport, this.jobs);
  }

  /**
   * Sends a document, follows it through its phases, and gets its result. A signal that ends this ends the job as well.
   * @throws IrisJobError when the job fails or is cancelled, and what all methods throw
   */
  process(document: DocumentSource, options: ProcessOptions = {}): Promise<ProcessResult> {
    return this.#documents.process(document, options);
  }

  /** Sends a document that becomes a job, and does not wait for it: `jobs.follow` does. */
  submit(document: DocumentSource, options: SubmitOptions = {}): Promise<Job> {
    return this.#documents.submit(document, options);
  }

  /** Sends many documents at once, each of which becomes a job; ZIPs are unpacked. */
  batch(
    documents: readonly (DocumentSource | NamedDocument)[],
    options: Omit<SubmitOptions, 'fileName'> = {},
  ): Promise<BatchResult> {
    return this.#documents.batch(documents, options);
  }

  /** @param processingId `processing_id` of a job that has succeeded */
  result(processingId: string, options: CallOptions = {}): Promise<ProcessResult> {
    return this.#documents.result(processingId, options);
  }
}

function credentialOf(auth: Auth | undefined, authApi: () => AuthApi): Credential {
  if (auth === undefined) return ANONYMOUS;
  if ('apiKey' in auth) return apiKeyCredential(auth.apiKey);
  if ('accessToken' in auth) return bearerCredential({ token: () => auth.accessToken });
  return bearerCredential('password' in auth ? new PasswordSession(authApi(), auth) : auth);
}
