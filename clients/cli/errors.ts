/** What the program ends with; `--help` says it to people. */
export const EXIT = { done: 0, failed: 1, usage: 2, forbidden: 3, unavailable: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Told in one line, without a stack. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
  readonly exitCode: ExitCode;
  /** For programs: stable, as the codes of the gateway are. */
  readonly code: string;

  constructor(code: string, message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message.replace(/(?<![.!?)])$/, '.'), options);
    this.code = code;
    this.exitCode = exitCode;
  }
}

export class UsageError extends CliError {
  constructor(message: string) {
    super('USAGE', message, EXIT.usage);
  }
}

export class NotLoggedInError extends CliError {
  constructor(message: string, options?: ErrorOptions) {
    super('NOT_LOGGED_IN', message, EXIT.forbidden, options);
  }
}

/** Ctrl-C. */
export class InterruptedError extends CliError {
  constructor() {
    super('INTERRUPTED', 'Interrupted.', EXIT.interrupted);
  }
}

/** Whether Node says this of a file, a connection or an argument. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
