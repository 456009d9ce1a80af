import type { paths } from '../generated/api.ts';

type Json<Operation extends { responses: { 200: { content: { 'application/json': unknown } } } }> =
  Operation['responses'][200]['content']['application/json'];

/** `GET /jobs/{id}` */
export type Job = Json<paths['/jobs/{id}']['get']>;
export type JobState = Job['state'];
export type JobPage = Json<paths['/jobs']['get']>;
export type Timeline = Json<paths['/jobs/{id}/timeline']['get']>;

type Query = NonNullable<paths['/jobs']['get']['parameters']['query']>;
export type JobQuery = Omit<Query, 'limit'> & { readonly limit?: number | undefined };

/** It will not change any more, unless an administrator has it done once more. */
export function isFinal(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
