import { z } from 'zod';
import { appConfigSchema } from '../schema/index.js';
import { SERVICE_NAMES } from '../schema/service-names.js';
import { flatten, isPlainObject, type Path, type Setting } from '../sources/setting.js';
import { metaOf, shapeOf } from './schema-node.js';

/** A variable that sets one key (or, for `SERVICE_URLS`, four). */
export interface EnvironmentVariable {
  readonly name: string;
  readonly path: Path;
  readonly schema: z.core.$ZodType;
  readonly meta: z.GlobalMeta;
  /** The settings that a value of this variable stands for. */
  readonly settingsOf: (value: unknown, origin: string) => Setting[];
}

const serviceUrlsSchema = z.record(z.enum(SERVICE_NAMES), z.string());

/** Comes first, so that the variable of a single service wins over it. */
const SERVICE_URLS: EnvironmentVariable = {
  name: 'SERVICE_URLS',
  path: ['services'],
  schema: serviceUrlsSchema,
  meta: {
    description: 'Addresses of several microservices at once; the variable of a single one wins.',
    example: '{"image_processor": "http://image-processor:8001"}',
  },
  settingsOf: (value, origin) => {
    if (!isPlainObject(value)) return [{ path: ['services'], value, origin }];
    return Object.entries(value).flatMap(([service, url]) =>
      flatten(['services', service, 'url'], url, () => origin),
    );
  },
};

export const ENVIRONMENT_VARIABLES: readonly EnvironmentVariable[] = [
  SERVICE_URLS,
  ...variablesBelow(appConfigSchema, []),
];

const BY_NAME = new Map(ENVIRONMENT_VARIABLES.map((variable) => [variable.name, variable]));

export function environmentVariable(name: string): EnvironmentVariable | undefined {
  return BY_NAME.get(name);
}

function variablesBelow(schema: z.core.$ZodType, path: Path): EnvironmentVariable[] {
  const meta = metaOf(schema);
  if (meta.env !== undefined) return [variableOf(meta.env, path, schema, meta)];
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([key, child]) =>
    variablesBelow(child, [...path, key]),
  );
}

function variableOf(
  name: string,
  path: Path,
  schema: z.core.$ZodType,
  meta: z.GlobalMeta,
): EnvironmentVariable {
  const settingsOf = (value: unknown, origin: string): Setting[] => flatten(path, value, () => origin);
  return { name, path, schema, meta, settingsOf };
}
