import { metaOf, schemaAt } from '../catalogue/schema-node.js';
import { nearest } from '../catalogue/nearest.js';
import { listKeys } from '../catalogue/key-list.js';
import type { VariableSource } from './environment.js';
import { EMPTY_LAYER, joinLayers, layerOfProblem, type Layer } from './layer.js';
import { parseRawValue } from './raw-value.js';
import { flatten, type Path } from './setting.js';

const PREFIX = 'IRIS__';

/** Reads `IRIS__<block>__<key>__<key>`, which sets any single key. */
export function readOverrides({ variables, label }: VariableSource): Layer {
  const names = Object.keys(variables).filter((name) => name.startsWith(PREFIX));
  return joinLayers(names.sort().map((name) => readOverride(name, variables[name] ?? '', label)));
}

function readOverride(name: string, text: string, label: string): Layer {
  const path = name.slice(PREFIX.length).split('__');
  const origin = `${label} ${name}`;
  const schema = schemaAt(path);
  if (schema === undefined) return unknownPath(path, origin);
  const meta = metaOf(schema);
  if (meta.bootstrap === true) return bootstrapKey(path, origin, meta.env ?? '');
  if (text === '' && meta.emptyIsValue !== true) return EMPTY_LAYER;
  return { settings: flatten(path, parseRawValue(text, schema), () => origin), problems: [] };
}

function unknownPath(path: Path, origin: string): Layer {
  const known = listKeys().map((key) => PREFIX + key.path.join('__'));
  const near = nearest(PREFIX + path.join('__'), known);
  const remedy = near === undefined ? 'see docs/configuration.md for every key' : `did you mean ${near}?`;
  return layerOfProblem({ path, origin, expected: 'there is no such key', remedy });
}

function bootstrapKey(path: Path, origin: string, env: string): Layer {
  const expected = 'this key is needed to find the files';
  return layerOfProblem({ path, origin, expected, remedy: `set ${env} in the environment instead` });
}
