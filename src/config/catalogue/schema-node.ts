import { z } from 'zod';
import { appConfigSchema } from '../schema/index.js';
import type { Path } from '../sources/setting.js';

/** The schema without its wrappers (default, optional, nullable, alias resolution). */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
  ) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.out) : schema;
}

/** What the key says about itself, on whichever wrapper it stands. */
export function metaOf(schema: z.core.$ZodType): z.GlobalMeta {
  return z.globalRegistry.get(schema) ?? {};
}

/** The schema below a segment; undefined when no such key exists. */
export function childOf(schema: z.core.$ZodType, segment: string): z.core.$ZodType | undefined {
  const shape = shapeOf(schema);
  if (shape !== undefined) return Object.hasOwn(shape, segment) ? shape[segment] : undefined;
  const node = unwrap(schema);
  return node instanceof z.ZodRecord ? node.valueType : undefined;
}

/** The names of keys below a schema; none for a map of free names. */
export function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
  return Object.keys((schema === undefined ? undefined : shapeOf(schema)) ?? {});
}

/** The keys of an object's schema; undefined for every other schema. */
export function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> | undefined {
  const node = unwrap(schema);
  return node instanceof z.ZodObject ? node.shape : undefined;
}

export function schemaAt(path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(
    (schema, segment) => (schema === undefined ? undefined : childOf(schema, segment)),
    appConfigSchema,
  );
}

/** The type as an operator reads it. */
export function typeName(schema: z.core.$ZodType): string {
  const node = unwrap(schema);
  if (node instanceof z.ZodEnum) return node.options.join(' | ');
  if (node instanceof z.ZodLiteral) return [...node.values].join(' | ');
  if (node instanceof z.ZodUnion) return node.options.map(typeName).join(' | ');
  if (node instanceof z.ZodArray) return `list of ${itemName(node.element)}`;
  if (node instanceof z.ZodObject || node instanceof z.ZodRecord) return 'mapping';
  if (node instanceof z.ZodNumber) return node instanceof z.ZodNumberFormat ? 'integer' : 'number';
  return node instanceof z.ZodBoolean ? 'true | false' : 'string';
}

function itemName(schema: z.core.$ZodType): string {
  const node = unwrap(schema);
  return node instanceof z.ZodEnum ? `(${typeName(node)})` : typeName(node);
}
