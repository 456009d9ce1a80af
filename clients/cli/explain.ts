import { IrisError, IrisNetworkError, IrisProtocolError } from '../typescript/src/index.ts';
import { CliError, EXIT, type ExitCode, InterruptedError } from './errors.ts';

/**
 * What it means to the user that a command broke off.
 * @param signal Ctrl-C
 * @returns undefined when that is not known here
 */
export function explain(error: unknown, signal?: AbortSignal): CliError | undefined {
  if (error instanceof CliError) return error;
  if (signal?.aborted) return new InterruptedError();
  if (error instanceof IrisError) return new CliError(error.code, error.message, exitCodeOf(error.status));
  const options = { cause: error };
  if (error instanceof IrisNetworkError) {
    return new CliError('UNREACHABLE', error.message, EXIT.unavailable, options);
  }
  if (error instanceof IrisProtocolError) {
    return new CliError('NO_GATEWAY', error.message, EXIT.unavailable, options);
  }
  return undefined;
}

function exitCodeOf(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.forbidden;
  return status === 429 || status >= 502 ? EXIT.unavailable : EXIT.failed;
}
