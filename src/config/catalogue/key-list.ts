import { z } from 'zod';
import { appConfigSchema } from '../schema/index.js';
import { isPlainObject, type Path } from '../sources/setting.js';
import { metaOf, shapeOf, unwrap } from './schema-node.js';

/** One key that an operator can set. */
export interface ConfigKey {
  readonly path: Path;
  readonly schema: z.core.$ZodType;
  readonly meta: z.GlobalMeta;
  /** Undefined for a key that is absent unless set. */
  readonly defaultValue: unknown;
}

/** The configuration when nothing is set anywhere. */
export const DEFAULTS = appConfigSchema.parse({});

/** Every key in the order of the schema. Maps of free names list their default entries. */
export function listKeys(): readonly ConfigKey[] {
  return keysBelow(appConfigSchema, [], DEFAULTS);
}

function keysBelow(schema: z.core.$ZodType, path: Path, defaultValue: unknown): ConfigKey[] {
  const node = unwrap(schema);
  const shape = shapeOf(schema);
  const values = isPlainObject(defaultValue) ? defaultValue : {};
  if (shape !== undefined) {
    return Object.entries(shape).flatMap(([key, child]) => keysBelow(child, [...path, key], values[key]));
  }
  if (node instanceof z.ZodRecord) {
    return Object.entries(values).flatMap(([key, value]) => keysBelow(node.valueType, [...path, key], value));
  }
  return [{ path, schema, meta: metaOf(schema), defaultValue }];
}
