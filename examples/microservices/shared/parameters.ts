import type { Body } from './body.ts';
import { HttpError } from './http-error.ts';

/** The uploaded document, or 422. */
export function requireFile(body: Body): Buffer {
  if (!body.file?.length) throw new HttpError(422, 'FILE_MISSING', 'send the document as the part "file"');
  return body.file;
}

export function booleanField(body: Body, name: string, fallback: boolean): boolean {
  const value = body.fields[name];
  if (value === undefined) return fallback;
  if (value !== 'true' && value !== 'false') throw invalid(name, 'must be true or false');
  return value === 'true';
}

export function numberField(
  body: Body,
  name: string,
  fallback: number,
  [min, max]: [number, number],
): number {
  const value = body.fields[name];
  if (value === undefined) return fallback;
  const number = value.trim() === '' ? NaN : Number(value);
  if (!(number >= min && number <= max)) throw invalid(name, `must be a number from ${min} to ${max}`);
  return number;
}

/** The JSON body as an object with unchecked values, or 422. */
export function requireJsonObject(body: Body): Record<string, unknown> {
  if (isRecord(body.json)) return body.json;
  throw new HttpError(422, 'BODY_INVALID', 'send a JSON object');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function invalid(name: string, requirement: string): HttpError {
  return new HttpError(422, 'PARAMETER_INVALID', `${name} ${requirement}`);
}
