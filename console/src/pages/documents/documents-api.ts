import { authorized, change, patiently, read } from '../../session/index.ts';
import type { Job, JobPage } from './job.ts';
import type { Result } from './result.ts';

export interface ProcessOptions {
  readonly documentType: string;
  readonly language: string;
  readonly unwarp: boolean;
  readonly enhance: boolean;
}

interface Submission {
  readonly file: File;
  readonly options: ProcessOptions;
  /** The same for the same submission, so that trying it again makes no second job. */
  readonly key: string;
  /** All phases are done again, whatever was kept of them. */
  readonly isFresh: boolean;
}

const PAGE_SIZE = 25;

export function listJobs(cursor: string | undefined, signal?: AbortSignal): Promise<JobPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(cursor && { cursor }) });
  return read(`/jobs?${query}`, signal);
}

export function getJob(id: string, signal?: AbortSignal): Promise<Job> {
  return read(`/jobs/${encodeURIComponent(id)}`, signal);
}

export function cancelJob(id: string): Promise<Job> {
  return change('DELETE', `/jobs/${encodeURIComponent(id)}`);
}

export function getResult(processingId: string, signal?: AbortSignal): Promise<Result> {
  return read(`/results/${encodeURIComponent(processingId)}`, signal);
}

/** @throws GatewayError, SessionEndedError, and what an aborted `signal` throws */
export function submitDocument({ file, options, key, isFresh }: Submission): Promise<Job> {
  const headers = {
    Prefer: 'respond-async',
    'Idempotency-Key': key,
    ...(isFresh && { 'Cache-Control': 'no-cache' }),
  };
  return patiently(async () => {
    const response = await authorized('/process', { method: 'POST', headers, form: toForm(file, options) });
    return (await response.json()) as Job;
  });
}

function toForm(file: File, { documentType, language, unwarp, enhance }: ProcessOptions): FormData {
  const form = new FormData();
  form.set('document_type', documentType);
  if (language !== 'auto') form.set('language', language);
  form.set('apply_unwarping', String(unwarp));
  form.set('enhance_quality', String(enhance));
  form.set('file', file, file.name);
  return form;
}
