import type { paths } from '../generated/api.ts';
import type { JsonAnswer } from '../http/json-answer.ts';

/** `GET /jobs/{id}` */
export type Job = JsonAnswer<paths['/jobs/{id}']['get']>;
export type JobState = Job['state'];
export type JobPage = JsonAnswer<paths['/jobs']['get']>;
export type Timeline = JsonAnswer<paths['/jobs/{id}/timeline']['get']>;

type Query = NonNullable<paths['/jobs']['get']['parameters']['query']>;
export type JobQuery = Omit<Query, 'limit'> & { readonly limit?: number | undefined };

/** It will not change any more, unless an administrator has it done once more. */
export function isFinal(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
