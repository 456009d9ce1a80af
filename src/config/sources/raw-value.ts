import { z } from 'zod';
import { unwrap } from '../catalogue/schema-node.js';

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

/**
 * Reads a variable's text as its key's type. What cannot be read stays text,
 * and the schema then says what was expected.
 */
export function parseRawValue(text: string, schema: z.core.$ZodType): unknown {
  const node = unwrap(schema);
  if (node instanceof z.ZodBoolean) return BOOLEANS[text.trim().toLowerCase()] ?? text;
  if (node instanceof z.ZodNumber || node instanceof z.ZodLiteral || node instanceof z.ZodUnion) {
    return parseNumber(text);
  }
  if (node instanceof z.ZodArray || node instanceof z.ZodObject || node instanceof z.ZodRecord) {
    return parseJson(text);
  }
  return text;
}

function parseNumber(text: string): unknown {
  return /^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
