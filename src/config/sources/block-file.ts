import { metaOf, schemaAt } from '../catalogue/schema-node.js';
import type { BlockName } from '../schema/index.js';
import type { Layer } from './layer.js';
import { flatten, type Path, type Setting } from './setting.js';
import { readYamlFile } from './yaml-file.js';

/** Reads the file of one block; its top-level keys are those of the block. */
export function readBlock(block: BlockName, file: string, shown: string): Layer {
  const { content, problems, originOf } = readYamlFile(file, shown);
  const settings = flatten([block], content, (path) => originOf(path.slice(1)));
  return withoutBootstrapKeys({ settings, problems });
}

/** Files cannot say which files to read. */
export function withoutBootstrapKeys({ settings, problems }: Layer): Layer {
  const [refused, kept] = partition(settings, ({ path }) => isBootstrap(path));
  const refusals = refused.map(({ path, origin }) => ({
    path,
    origin,
    expected: 'this key is needed to find the files',
    remedy: `set ${metaOfPath(path).env ?? ''} in the environment instead`,
  }));
  return { settings: kept, problems: [...problems, ...refusals] };
}

function isBootstrap(path: Path): boolean {
  return metaOfPath(path).bootstrap === true;
}

function metaOfPath(path: Path): ReturnType<typeof metaOf> {
  const schema = schemaAt(path);
  return schema === undefined ? {} : metaOf(schema);
}

function partition(
  settings: readonly Setting[],
  test: (setting: Setting) => boolean,
): [readonly Setting[], readonly Setting[]] {
  return [settings.filter((setting) => test(setting)), settings.filter((setting) => !test(setting))];
}
