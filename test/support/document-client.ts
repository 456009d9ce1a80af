import { documentForm } from './documents.js';

export interface PhaseBody {
  readonly status: string;
  readonly cached?: boolean;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** What `/process` and the `/phaseN` routes answer, as far as tests about the cache look at it; problems too. */
export interface DocumentBody {
  readonly success?: boolean;
  readonly processing_id?: string;
  readonly phases?: Readonly<Record<string, PhaseBody>>;
  readonly final_result?: Readonly<Record<string, unknown>>;
  readonly cached?: boolean;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly code?: string;
}

export interface DocumentAnswer {
  readonly status: number;
  readonly cacheStatus: string | null;
  readonly headers: Headers;
  readonly body: DocumentBody;
}

export interface Send {
  readonly token: string;
  readonly path?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The request's `Cache-Control`. */
  readonly cacheControl?: string;
  readonly signal?: AbortSignal;
}

/** Sends a document as a form, as clients do. */
export async function sendDocument(
  url: string,
  document: Uint8Array<ArrayBuffer>,
  { token, path = '/process', fields = {}, cacheControl, signal }: Send,
): Promise<DocumentAnswer> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
    },
    body: documentForm(document, fields),
    ...(signal && { signal }),
  });
  return {
    status: response.status,
    cacheStatus: response.headers.get('cache-status'),
    headers: response.headers,
    body: (await response.json()) as DocumentBody,
  };
}
