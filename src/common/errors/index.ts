export {
  AppError,
  type AppErrorOptions,
  type FieldError,
  isRetryableStatus,
  type LogLevel,
  type ProblemExtensions,
} from './app-error.js';
export { type ProblemDetails, toAppError, toProblemDetails } from './problem-details.js';
export { problemSchema } from './problem.schema.js';
export { ProblemDetailsFilter } from './problem-details.filter.js';
export * from './request-errors.js';
export { type SchemaIssue, toPointer, validationErrorFrom } from './schema-issues.js';
