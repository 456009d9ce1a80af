export { type FilePart, jsonBody, multipartBody } from './bodies.js';
export { createServiceClient } from './create-service-client.js';
export type { UpstreamInstance } from './instances/index.js';
export { RETRY_RESERVE } from './retry-budget.js';
export { ServiceClient } from './service-client.js';
export type { AnswerSink, StreamedAnswer } from './streamed-answer.js';
export type { CallContext, RequestBody } from './upstream-call.js';
export * from './upstream-errors.js';
