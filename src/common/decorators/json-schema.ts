import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Says the same as the format that stands beside it, at length. */
const FORMATS_WITH_PATTERN = new Set(['date-time', 'email', 'uuid']);

const NO_CONTROL = '[^\\u0000-\\u001f\\u007f-\\u009f]';

/**
 * A schema as OpenAPI 3.1 has it, which is JSON Schema 2020-12. Schemas with an `id` are under `$defs`, from where the
 * document takes them over as components; `openapi` in their metadata stands for what JSON Schema cannot tell of them.
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema: json }) => {
      const { openapi } = (z.globalRegistry.get(zodSchema) ?? {}) as { openapi?: JsonSchema };
      if (openapi) replace(json, openapi);
      else tidy(json);
      // Zod leaves it out where a text is made a value; clients may send the value itself.
      if (zodSchema instanceof z.ZodDefault) json.default = zodSchema.def.defaultValue;
    },
  });
  return described;
}

function replace(json: JsonSchema, by: JsonSchema): void {
  const { description } = json;
  for (const key of Object.keys(json)) Reflect.deleteProperty(json, key);
  Object.assign(json, { ...(description !== undefined && { description }), ...by });
}

function tidy(json: JsonSchema): void {
  if (FORMATS_WITH_PATTERN.has(String(json.format))) delete json.pattern;
  // Not every tool knows classes of Unicode.
  if (typeof json.pattern === 'string') json.pattern = json.pattern.replaceAll('\\P{Cc}', NO_CONTROL);
  if (json.type === 'integer') json.format ??= 'int64';
  if (json.example === undefined) return;
  json.examples = [json.example];
  delete json.example;
}
