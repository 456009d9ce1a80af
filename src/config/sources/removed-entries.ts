import { z } from 'zod';
import { shapeOf, unwrap } from '../catalogue/schema-node.js';
import { isPlainObject, type PlainObject } from './setting.js';

/** In a map of free names (`security.headers`), `null` takes an entry of a weaker layer away. */
export function dropRemovedEntries(schema: z.core.$ZodType, values: PlainObject): void {
  const isMap = unwrap(schema) instanceof z.ZodRecord;
  for (const [key, value] of Object.entries(values)) {
    if (isMap && value === null) Reflect.deleteProperty(values, key);
    const child = shapeOf(schema)?.[key];
    if (child !== undefined && isPlainObject(value)) dropRemovedEntries(child, value);
  }
}
