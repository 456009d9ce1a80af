const MAX_MESSAGE_CHARACTERS = 1000;
/** However long the chain of causes is. */
const MAX_CAUSES = 4;

/** V8 quotes the JSON that it cannot parse, and PostgreSQL the value that it cannot take: both may be a client's. */
const QUOTED = [/(?<=^Unexpected token ).*(?= is not valid JSON$)/s, /(?<=^invalid input .*: )".*"$/s];

export interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

/**
 * What a log says of an error. Whatever else libraries attach to theirs is left out: the parameters of a query, the
 * arguments of a command, the headers of a request.
 */
export function serializeError(error: unknown, depth = 0): SerializedError | undefined {
  if (error === undefined || error === null) return undefined;
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const type = error.name;
  const message = safeMessage(error.message);
  const { code } = error as NodeJS.ErrnoException;
  const cause = depth < MAX_CAUSES ? serializeError(error.cause, depth + 1) : undefined;
  return {
    type,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: `${type}: ${message}${framesOf(error)}`,
    ...(cause ? { cause } : {}),
  };
}

function safeMessage(message: string): string {
  const unquoted = QUOTED.reduce((text, quoted) => text.replace(quoted, '[redacted]'), message);
  return unquoted.slice(0, MAX_MESSAGE_CHARACTERS);
}

/** The stack without the message that stands before it. */
function framesOf({ stack = '' }: Error): string {
  return /(?:\n {4}at .*)+$/.exec(stack)?.[0] ?? '';
}
