import type { z } from 'zod';
import { nearest } from './catalogue/nearest.js';
import { keysOf, metaOf, schemaAt, typeName } from './catalogue/schema-node.js';
import type { ConfigProblem } from './config-error.js';
import { BLOCK_NAMES, fileOfBlock } from './schema/index.js';
import { formatPath, type Path } from './sources/setting.js';
import type { SettingTree } from './sources/setting-tree.js';

/** What the schema refuses, in the operator's words. */
export function problemsOfSchema(issues: readonly z.core.$ZodIssue[], tree: SettingTree): ConfigProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], tree));
    const origin = tree.originOf(path);
    return [{ path, origin, expected: expectationOf(issue, path, origin), remedy: remedyFor(path, origin) }];
  });
}

function unknownKey(path: Path, tree: SettingTree): ConfigProblem {
  const parent = path.slice(0, -1);
  const known = keysOf(schemaAt(parent));
  const near = nearest(path.at(-1) ?? '', known);
  const remedy =
    near === undefined ? `known keys: ${known.join(', ')}` : `did you mean ${formatPath([...parent, near])}?`;
  return { path, origin: tree.originOf(path), expected: 'there is no such key', remedy };
}

/** Zod's own messages never quote the value; of a wrong type we know a better name. */
function expectationOf(issue: z.core.$ZodIssue, path: Path, origin: string): string {
  const schema = schemaAt(path);
  if (issue.code === 'invalid_type' && schema !== undefined) return expectedType(schema, origin);
  return issue.message.replace(/^(Invalid (input|option)|Too (small|big)): /, '');
}

function expectedType(schema: z.core.$ZodType, origin: string): string {
  const type = typeName(schema);
  const asJson = /^(environment|\.env) /.test(origin) && /^(list|mapping)/.test(type);
  return `expected ${type}${asJson ? ', written as JSON' : ''}`;
}

/** Where the operator can correct the key: where it was set, else where it could be. */
function remedyFor(path: Path, origin: string): string {
  const schema = schemaAt(path);
  const block = BLOCK_NAMES.find((name) => name === path[0]);
  if (schema === undefined || block === undefined) return 'see docs/configuration.md';
  const { env, example } = metaOf(schema);
  const inFile = `${formatPath(path.slice(1))} in ${fileOfBlock(block)}`;
  const anywhere = env === undefined ? inFile : `${env} or ${inFile}`;
  const [, variable] = /^(?:environment|\.env) (\S+)$/.exec(origin) ?? [];
  const where = variable ?? (origin === 'default' ? anywhere : origin);
  return `correct ${where}${example === undefined ? '' : `, for example ${example}`}`;
}
