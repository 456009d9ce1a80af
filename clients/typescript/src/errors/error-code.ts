import type { GatewayErrorCode } from '../generated/error-code.ts';

/**
 * What a request may be refused with; a gateway tells about each of its own under `/errors/{code}`. The last two are
 * told of jobs that were waited for.
 */
export type KnownErrorCode = GatewayErrorCode | 'JOB_CANCELLED' | 'JOB_FAILED';

/** Known to this version of the client, or of a gateway that is newer. */
export type ErrorCode = KnownErrorCode | (string & {});
