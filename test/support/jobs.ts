import { callApi } from './api-client.js';
import { documentForm } from './documents.js';
import { waitFor } from './wait-for.js';

/** A job, as far as tests look at it. */
export interface JobBody {
  readonly id: string;
  readonly processing_id: string;
  readonly state: string;
  readonly phase: string | null;
  readonly progress: number;
  readonly position: number | null;
  readonly attempts: number;
  readonly error: { readonly code: string } | null;
  /** Of a document that was waited for. */
  readonly final_result?: object;
  readonly code?: string;
}

export interface Submission {
  readonly token: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a document that is not waited for, unless the headers say otherwise. */
export async function submit(
  url: string,
  document: Uint8Array<ArrayBuffer>,
  { token, fields, headers = { prefer: 'respond-async' } }: Submission,
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: JobBody }> {
  const response = await fetch(new URL('/process', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: documentForm(document, fields),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as JobBody };
}

export async function getJob(url: string, token: string, id: string): Promise<JobBody> {
  return (await callApi<JobBody>(url, `GET /jobs/${id}`, { token })).body;
}

/** @returns the job, once it is in that state */
export async function jobIn(
  state: string,
  { url, token, id }: { url: string; token: string; id: string },
  timeoutMs = 20_000,
): Promise<JobBody> {
  let job = await getJob(url, token, id);
  const isThere = async (): Promise<boolean> => {
    job = await getJob(url, token, id);
    return job.state === state;
  };
  await waitFor(isThere, `job ${id} is ${state}`, timeoutMs).catch((error: unknown) => {
    throw new Error(`it is ${JSON.stringify(job)}`, { cause: error });
  });
  return job;
}
