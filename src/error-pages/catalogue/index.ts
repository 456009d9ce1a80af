import { CONSOLE_ERRORS } from './console.js';
import { DOCUMENT_ERRORS } from './documents.js';
import type { ErrorEntries, ErrorEntry } from './error-entry.js';
import { IDENTITY_ERRORS } from './identity.js';
import { JOB_ERRORS } from './jobs.js';
import { MICROSERVICE_ERRORS } from './microservices.js';
import { REQUEST_ERRORS } from './request.js';

/** By what they are about, in the order in which they are shown. */
export const ERROR_GROUPS: Readonly<Record<string, ErrorEntries>> = {
  'Any request': REQUEST_ERRORS,
  'Who asks': IDENTITY_ERRORS,
  Documents: DOCUMENT_ERRORS,
  'Jobs, results and webhooks': JOB_ERRORS,
  Microservices: MICROSERVICE_ERRORS,
  'The console': CONSOLE_ERRORS,
};

const ENTRIES = new Map(Object.values(ERROR_GROUPS).flatMap((entries) => Object.entries(entries)));

/** What is told of a code; undefined: no problem has it. */
export function errorEntry(code: string): ErrorEntry | undefined {
  return ENTRIES.get(code);
}

export function errorCodes(): string[] {
  return [...ENTRIES.keys()];
}

export type { ErrorEntry } from './error-entry.js';
