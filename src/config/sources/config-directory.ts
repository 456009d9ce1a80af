import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../catalogue/nearest.js';
import type { ConfigProblem } from '../config-error.js';
import { BLOCK_NAMES, fileOfBlock, type BlockName } from '../schema/index.js';
import { readBlock } from './block-file.js';
import { EMPTY_LAYER, joinLayers, type Layer } from './layer.js';
import { readOverlay } from './overlay.js';

export interface ConfigDirectory {
  readonly path: string;
  /** As the operator wrote it; shown in origins. */
  readonly shown: string;
  /** Named by the operator, so it has to exist. */
  readonly required: boolean;
}

const OVERLAYS = ['development.yaml', 'test.yaml', 'production.yaml'];

/** Reads the block files, then the overlay of the environment over them. Absent files mean defaults. */
export function readConfigDirectory(directory: ConfigDirectory, environment: string): Layer {
  if (!isDirectory(directory.path)) return missingDirectory(directory);
  const files = readdirSync(directory.path).filter((name) => /\.ya?ml$/.test(name));
  const stray = files.filter((name) => !KNOWN_FILES.includes(name)).map((name) => strayFile(directory, name));
  const blocks = BLOCK_NAMES.map((block) => readBlockFile(directory, block));
  const name = OVERLAYS.find((overlay) => overlay === `${environment}.yaml`);
  const overlay = name === undefined ? EMPTY_LAYER : readIfPresent(directory, name, readOverlay);
  return joinLayers([{ settings: [], problems: stray }, ...blocks, overlay]);
}

const KNOWN_FILES = [...BLOCK_NAMES.map(fileOfBlock), ...OVERLAYS];

function readBlockFile(directory: ConfigDirectory, block: BlockName): Layer {
  return readIfPresent(directory, fileOfBlock(block), (file, shown) => readBlock(block, file, shown));
}

function readIfPresent(
  { path, shown }: ConfigDirectory,
  name: string,
  read: (file: string, shown: string) => Layer,
): Layer {
  const file = join(path, name);
  return existsSync(file) ? read(file, join(shown, name)) : EMPTY_LAYER;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function missingDirectory({ shown, required }: ConfigDirectory): Layer {
  if (!required) return EMPTY_LAYER;
  const expected = 'expected a folder, but there is none';
  const remedy = 'correct CONFIG_DIR, or unset it to use ./config';
  return {
    settings: [],
    problems: [{ path: ['runtime', 'config_dir'], origin: shown, expected, remedy }],
  };
}

/** A misspelt file would otherwise be passed over in silence. */
function strayFile({ shown }: ConfigDirectory, name: string): ConfigProblem {
  const near = nearest(name, KNOWN_FILES);
  const remedy = near === undefined ? 'move it out of this folder' : `rename it to ${near}, or move it away`;
  return { path: [], origin: join(shown, name), expected: 'this is not the name of a block', remedy };
}
