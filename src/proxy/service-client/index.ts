export { type FilePart, jsonBody, multipartBody } from './bodies.js';
export { createServiceClient } from './create-service-client.js';
export { ServiceClient } from './service-client.js';
export type { CallContext } from './upstream-call.js';
export * from './upstream-errors.js';
