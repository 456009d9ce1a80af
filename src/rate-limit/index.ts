export { RateLimitExceededError } from './rate-limit-exceeded.error.js';
export { RateLimitGuard } from './rate-limit.guard.js';
export { RateLimitModule } from './rate-limit.module.js';
export { isProcessing, isUnlimited, readProcessingScopes } from './route-limits.js';
export { type LimitPreview, RequestLimits } from './request-limits.js';
export { limitSchema, limitsResponseSchema, toLimitResponse, toLimitsResponse } from './limits.schema.js';
export { type LimitSubject, type NearSubject, SubjectLimits } from './subject-limits.js';
