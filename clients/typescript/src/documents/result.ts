import type { paths } from '../generated/api.ts';
import type { Phase } from '../jobs/job-event.ts';

/** What a document has become. */
export type ProcessResult =
  paths['/results/{processing_id}']['get']['responses'][200]['content']['application/json'];

/** `POST /jobs/batch` */
export type BatchResult = paths['/jobs/batch']['post']['responses'][202]['content']['application/json'];

/** What the phases that were completed have brought. */
export type PhaseOutputs = {
  readonly [Name in Phase]: Extract<
    ProcessResult['phases'][Name],
    { readonly status: 'completed' }
  >['output'];
};

/** What became of one phase. Of those that are optional, some may have failed. Times are seconds. */
export type PhaseReport<Output = PhaseOutputs[Phase]> =
  | (Omit<Extract<ProcessResult['phases'][Phase], { readonly status: 'completed' }>, 'output'> & {
      readonly output: Output;
    })
  | Exclude<ProcessResult['phases'][Phase], { readonly status: 'completed' }>;
