import { z } from 'zod';

import { type Operation, type OperationDefinition, OPERATIONS } from './operations.js';

/** What an operation has yielded, as JSON that is never parsed again to be answered. */
export interface Result {
  /** The version of the model that made it, by its own word. */
  readonly modelVersion: string;
  /** Those that `OPERATIONS` names for the operation. */
  readonly facts: Readonly<Record<string, string>>;
  /** A JSON object: what clients are shown of it in a whole document. */
  readonly output: Buffer;
  /** A JSON object: the members that only the operation's own route shows. */
  readonly details: Buffer;
}

/** A result as it is kept. */
export interface Entry extends Result {
  /** Milliseconds since 1970, by the clock of the replica that kept it. */
  readonly storedAt: number;
}

const FORMAT = 1;
const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  model_version: z.string(),
  stored_at: z.int().nonnegative(),
  facts: z.record(z.string(), z.string()),
});

/** Three lines of JSON; a line break cannot be in any of them. */
export function encodeEntry({ modelVersion, storedAt, facts, output, details }: Entry): string {
  const head = { format: FORMAT, model_version: modelVersion, stored_at: storedAt, facts };
  return [JSON.stringify(head), output.toString(), details.toString()].join('\n');
}

/** @returns undefined for what cannot be read, or is no result of this operation, whoever wrote it */
export function decodeEntry(text: unknown, operation: Operation): Entry | undefined {
  if (typeof text !== 'string') return undefined;
  const [head = '', output = '', details = '', ...rest] = text.split('\n');
  const read = headSchema.safeParse(parse(head));
  if (!read.success || rest.length > 0 || parseObject(details) === undefined) return undefined;
  const { model_version: modelVersion, stored_at: storedAt, facts } = read.data;
  const expected: OperationDefinition = OPERATIONS[operation];
  const isSound =
    expected.facts.safeParse(facts).success && expected.output.safeParse(parseObject(output)).success;
  if (!isSound) return undefined;
  return { modelVersion, storedAt, facts, output: Buffer.from(output), details: Buffer.from(details) };
}

export function bytesOf({ output, details }: Result): number {
  return output.length + details.length;
}

/** Without spaces around it: two objects are joined by their braces. */
function parseObject(text: string): unknown {
  return text.startsWith('{') && text.endsWith('}') ? parse(text) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
