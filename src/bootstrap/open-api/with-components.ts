import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Readonly<Record<string, unknown>>;

const DEFINITION = /^#\/\$defs\//;

/** Schemas with a name stand under `$defs` wherever they are used: they become components, each of them once. */
export function withComponents(
  document: OpenAPIObject,
  more: { readonly headers: Node; readonly responses: Node; readonly schemas: Node },
): OpenAPIObject {
  const schemas = new Map<string, unknown>();
  const hoisted = hoist({ ...document, more }, schemas) as OpenAPIObject & { more: typeof more };
  const { more: kept, components, ...rest } = hoisted;
  const sorted = [...schemas].sort(([a], [b]) => a.localeCompare(b));
  return {
    ...rest,
    components: {
      ...components,
      headers: kept.headers,
      responses: kept.responses,
      schemas: Object.fromEntries(sorted),
    },
  } as OpenAPIObject;
}

function hoist(node: unknown, schemas: Map<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((item) => hoist(item, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const { $defs = {}, ...rest } = node as Node;
  for (const [name, schema] of Object.entries($defs as Node)) keep(name, hoist(schema, schemas), schemas);
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace(DEFINITION, '#/components/schemas/')
        : hoist(value, schemas),
    ]),
  );
}

function keep(name: string, schema: unknown, schemas: Map<string, unknown>): void {
  const known = schemas.get(name);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`two schemas of the API description are called ${name}`);
  }
  schemas.set(name, schema);
}
