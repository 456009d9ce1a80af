import type { Job, JobPage } from '@iris/client';

import { iris } from '../../api/client.ts';

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
  return iris.jobs.list({ limit: PAGE_SIZE, ...(cursor && { cursor }) }, { signal });
}

export function submitDocument({ file, options, key, isFresh }: Submission): Promise<Job> {
  const { documentType, language, unwarp, enhance } = options;
  return iris.submit(file, {
    idempotencyKey: key,
    headers: isFresh ? { 'cache-control': 'no-cache' } : {},
    fields: {
      document_type: documentType,
      language: language === 'auto' ? undefined : language,
      apply_unwarping: unwarp,
      enhance_quality: enhance,
    },
  });
}
