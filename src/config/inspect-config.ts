import { metaOf, schemaAt } from './catalogue/schema-node.js';
import { resolveConfig, type LoadOptions } from './load-config.js';
import { flatten, formatPath } from './sources/setting.js';

const MASK = '********';

export interface ConfigEntry {
  readonly key: string;
  /** The effective value; eight asterisks in place of a secret, empty when the secret is. */
  readonly value: unknown;
  readonly origin: string;
  readonly secret: boolean;
}

/**
 * Every key with its effective value and its source.
 * @throws ConfigError like `loadConfig`
 */
export function inspectConfig(options: LoadOptions = {}): readonly ConfigEntry[] {
  const { config, tree } = resolveConfig(options);
  const leaves = flatten([], config, (path) => tree.originOf(path)).filter(
    ({ value }) => value !== undefined,
  );
  return leaves.map(({ path, value, origin }) => {
    const schema = schemaAt(path);
    const secret = schema !== undefined && metaOf(schema).secret === true;
    return { key: formatPath(path), value: secret ? mask(value) : value, origin, secret };
  });
}

function mask(value: unknown): string {
  const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
  return isEmpty ? '' : MASK;
}
