import { listKeys, type ConfigKey } from '../catalogue/key-list.js';
import { metaOf, schemaAt, typeName } from '../catalogue/schema-node.js';
import { BLOCK_NAMES, fileOfBlock, type BlockName } from '../schema/index.js';
import { formatPath } from '../sources/setting.js';
import { PREAMBLE } from './preamble.js';

const HEAD = ['| key | type | default | environment | description |', '| --- | --- | --- | --- | --- |'];

/** The reference of every key: one table per block. */
export function renderConfigurationDoc(): string {
  const keys = listKeys();
  return [PREAMBLE, ...BLOCK_NAMES.map((block) => renderBlock(block, keys))].join('\n');
}

function renderBlock(block: BlockName, keys: readonly ConfigKey[]): string {
  const schema = schemaAt([block]);
  const { title, description } = schema === undefined ? {} : metaOf(schema);
  const rows = keys.filter(({ path }) => path[0] === block).map(renderKey);
  const heading = `## ${title ?? block}\n\nBlock \`${block}\`, file \`${fileOfBlock(block)}\`. ${description ?? ''}\n`;
  return [heading, ...HEAD, ...rows, ''].join('\n');
}

function renderKey({ path, schema, meta, defaultValue }: ConfigKey): string {
  const type = meta.secret === true ? `${typeName(schema)}, secret` : typeName(schema);
  const key = code(formatPath(path.slice(1)));
  const cells = [key, type, code(defaultText(defaultValue)), code(meta.env ?? ''), meta.description ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Long lists of objects (the alert rules) are better read in their file. */
function defaultText(value: unknown): string {
  if (value === undefined || value === '') return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? 'see the file' : text;
}

function code(text: string): string {
  return text === '' || text === 'see the file' ? text : `\`${text}\``;
}
