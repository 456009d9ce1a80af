import { z } from 'zod';

export interface IntegerParameter {
  /** What may stand there; it bounds how many digits are read. */
  readonly pattern: RegExp;
  /** Such as `seconds`, for whoever sends something else. */
  readonly what: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  readonly description: string;
}

/** A query parameter that is an integer: a text for the gateway, a number in the API description. */
export function integerParameter({ pattern, what, description, ...bounds }: IntegerParameter) {
  const { minimum, maximum } = bounds;
  const message = `expected ${what} from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(pattern, message)
    .transform(Number)
    .refine((value) => value <= maximum, message)
    .default(bounds.default)
    .meta({ openapi: { type: 'integer', ...bounds, format: 'int32' }, description });
}
