import { ENVIRONMENT_VARIABLES, type EnvironmentVariable } from '../catalogue/environment-variables.js';
import { DEFAULTS } from '../catalogue/key-list.js';
import { metaOf, schemaAt } from '../catalogue/schema-node.js';
import { BLOCK_NAMES } from '../schema/index.js';
import { isPlainObject, type Path } from '../sources/setting.js';

const PREAMBLE = `# Environment of the IRIS API gateway.
# Made by \`npm run config:docs\`; do not edit. Copy it to .env and uncomment what you change.
# A line shows the default. Every secret NAME can also be read from the file that NAME_FILE names.
# Every other key: IRIS__<block>__<key>=value; see docs/configuration.md.
`;

/** Every variable with its description and its default, grouped by block. */
export function renderEnvExample(): string {
  return [PREAMBLE, ...BLOCK_NAMES.flatMap(renderBlock)].join('\n');
}

function renderBlock(block: string): string[] {
  const variables = ENVIRONMENT_VARIABLES.filter(({ path }) => path[0] === block);
  if (variables.length === 0) return [];
  const schema = schemaAt([block]);
  const title = (schema === undefined ? undefined : metaOf(schema).title) ?? block;
  return [`# --- ${title} ---\n`, ...variables.map(renderVariable)];
}

function renderVariable({ name, path, meta }: EnvironmentVariable): string {
  const lines = [meta.description ?? ''];
  if (meta.secret === true) lines.push(`Secret; or ${name}_FILE=<file>.`);
  if (meta.example !== undefined) lines.push(`Example: ${meta.example}`);
  const comments = lines.map((line) => `# ${line}\n`).join('');
  return `${comments}# ${name}=${meta.secret === true ? '' : asText(defaultAt(path))}\n`;
}

function defaultAt(path: Path): unknown {
  return path.reduce<unknown>((node, key) => (isPlainObject(node) ? node[key] : undefined), DEFAULTS);
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return isPlainObject(value) ? '' : JSON.stringify(value);
}
