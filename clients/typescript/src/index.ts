export type { Api } from './api.ts';
export type { AuthApi, Me, PasswordLogin, Tokens } from './auth/auth-api.ts';
export type { TokenSource } from './auth/token-source.ts';
export { type Auth, IrisClient, type IrisClientOptions } from './client.ts';
export type { DocumentSource, NamedDocument, ProcessFields } from './documents/document-form.ts';
export type { ProcessOptions, SubmitOptions } from './documents/documents-api.ts';
export type { BatchResult, PhaseOutputs, PhaseReport, ProcessResult } from './documents/result.ts';
export type { ErrorCode, KnownErrorCode } from './errors/error-code.ts';
export { isIrisError, isTemporary, isUnauthenticated } from './errors/guards.ts';
export { IrisError } from './errors/iris-error.ts';
export { IrisJobError } from './errors/job-error.ts';
export type { Problem } from './errors/problem.ts';
export { IrisNetworkError, IrisProtocolError, IrisTimeoutError } from './errors/transport-errors.ts';
export type { EventOptions } from './events/job-event-stream.ts';
export type { components, paths } from './generated/api.ts';
export { newIdempotencyKey } from './http/idempotency.ts';
export { parseBaseUrl } from './http/base-url.ts';
export type { RetryOptions } from './http/retry.ts';
export { isFinal, type Job, type JobPage, type JobQuery, type JobState, type Timeline } from './jobs/job.ts';
export type {
  CancelledEvent,
  FailedEvent,
  JobEvent,
  Phase,
  PhaseEvent,
  PhaseFailure,
  QueuedEvent,
  StartedEvent,
  SucceededEvent,
} from './jobs/job-event.ts';
export type { CallOptions, FollowOptions, JobsApi } from './jobs/jobs-api.ts';
export type { PhaseProgress, Progress } from './jobs/progress.ts';
