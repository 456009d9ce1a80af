import type { ProcessOrder } from '../../pipeline/index.js';
import type { JobRequest, Lane } from '../job.entity.js';

/** What is to be done, for whom, and what is to become of it. */
export interface JobOrder {
  readonly order: Pick<ProcessOrder, 'processingId' | 'document' | 'parameters'>;
  readonly ownerId: string;
  readonly request: JobRequest;
  readonly lane: Lane;
  readonly batchId: string | null;
  readonly fileName: string | null;
  readonly retentionSeconds: number;
  readonly callbackUrl: string | null;
}
