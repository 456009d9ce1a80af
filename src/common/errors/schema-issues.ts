import { type FieldError } from './app-error.js';
import { ValidationError } from './request-errors.js';

/** The part of a Standard Schema issue that we read (zod's issues have this shape as well). */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Set by zod for members that a strict object does not know. */
  readonly keys?: readonly string[];
}

/** A client is helped by the first mistakes, not by a million of them. */
const MAX_REPORTED_ISSUES = 20;

export function validationErrorFrom(issues: readonly SchemaIssue[]): ValidationError {
  return new ValidationError(issues.flatMap(toFieldErrors).slice(0, MAX_REPORTED_ISSUES));
}

function toFieldErrors(issue: SchemaIssue): FieldError[] {
  const segments = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
  if (issue.keys?.length) {
    return issue.keys.map((key) => ({ pointer: toPointer([...segments, key]), detail: 'unknown field' }));
  }
  return [{ pointer: toPointer(segments), detail: issue.message }];
}

/** RFC 6901; the empty pointer names the whole document. */
export function toPointer(segments: readonly PropertyKey[]): string {
  return segments.map((s) => `/${String(s).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
