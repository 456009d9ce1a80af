import type { z } from 'zod';
import type { appConfigSchema } from './schema/index.js';
import type { ServiceName } from './schema/service-names.js';

/** `T` as it is after freezing, all the way down. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** The validated, frozen configuration; spelled as in the files and in docs/configuration.md. */
export type AppConfig = DeepReadonly<z.output<typeof appConfigSchema>>;

export type ServiceConfig = AppConfig['services'][ServiceName];

/** Freezes the value in place, with everything in it. */
export function deepFreeze<T>(value: T): DeepReadonly<T>;
export function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner: readonly unknown[] = Object.values(value);
  inner.forEach((item) => deepFreeze(item));
  return Object.freeze(value);
}
