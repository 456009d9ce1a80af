import { z } from 'zod';

import { isRetryableStatus } from '../common/errors/index.js';
import { ERROR_GROUPS, errorEntry, type ErrorEntry } from './catalogue/index.js';

/** What the members of a problem are, which not every problem has. */
export const MEMBERS: Readonly<Record<NonNullable<ErrorEntry['members']>[number], string>> = {
  errors: 'The values that are not acceptable: a pointer (RFC 6901) and a detail for each',
  limit: 'What would have been accepted',
  actual: 'What it was',
  'violated-policies': 'Names of the limits that are used up, as in RateLimit-Policy',
  service: 'The microservice',
  phase: 'The phase of the document',
  phases: 'What became of each phase',
  accepted: 'Media types that would have been accepted',
};

export const errorInfoSchema = z
  .strictObject({
    code: z.string().meta({ example: 'JOB_NOT_FOUND' }),
    type: z
      .string()
      .meta({ format: 'uri-reference', description: 'Of the page.', example: '/errors/JOB_NOT_FOUND' }),
    title: z.string(),
    statuses: z.array(z.int().min(400).max(599)).meta({ description: 'More than one: the cause decides.' }),
    retryable: z.boolean().meta({
      description: 'Whether the same request may succeed later; the problem itself may know better.',
    }),
    meaning: z.string(),
    action: z.string().meta({ description: 'What to do.' }),
    members: z.array(z.strictObject({ name: z.string(), meaning: z.string() })).meta({
      description: 'Of the problem, beside those that every problem has; not all of them each time.',
    }),
  })
  .meta({ id: 'ErrorInfo' });
export type ErrorInfo = z.infer<typeof errorInfoSchema>;

export const errorListSchema = z.strictObject({ errors: z.array(errorInfoSchema) }).meta({ id: 'ErrorList' });
export type ErrorList = z.infer<typeof errorListSchema>;

export function errorInfo(code: string): ErrorInfo | undefined {
  const entry = errorEntry(code);
  return entry && toInfo(code, entry);
}

export interface ErrorGroup {
  readonly name: string;
  readonly errors: readonly ErrorInfo[];
}

export function errorGroups(): ErrorGroup[] {
  return Object.entries(ERROR_GROUPS).map(([name, entries]) => ({
    name,
    errors: Object.entries(entries).map(([code, entry]) => toInfo(code, entry)),
  }));
}

function toInfo(
  code: string,
  { status, title, meaning, action, members = [], retryable }: ErrorEntry,
): ErrorInfo {
  const statuses = typeof status === 'number' ? [status] : [...status];
  return {
    code,
    type: `/errors/${code}`,
    title,
    statuses,
    retryable: retryable ?? statuses.every(isRetryableStatus),
    meaning,
    action,
    members: members.map((name) => ({ name, meaning: MEMBERS[name] })),
  };
}
