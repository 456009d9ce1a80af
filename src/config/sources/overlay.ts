import { ENVIRONMENT_VARIABLES, environmentVariable } from '../catalogue/environment-variables.js';
import { nearest } from '../catalogue/nearest.js';
import { BLOCK_NAMES } from '../schema/index.js';
import { withoutBootstrapKeys } from './block-file.js';
import { joinLayers, layerOfProblem, type Layer } from './layer.js';
import { flatten } from './setting.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/**
 * Reads `<environment>.yaml`. Its top-level keys are blocks, merged over the block's file,
 * or variables by their own names (`DEBUG`, `SERVICE_URLS`), which win over the blocks.
 */
export function readOverlay(file: string, shown: string): Layer {
  const overlay = readYamlFile(file, shown);
  const keys = Object.keys(overlay.content);
  const blocks = keys.filter((key) => !looksLikeVariable(key));
  const layers = [...blocks, ...keys.filter(looksLikeVariable)].map((key) => readKey(overlay, key));
  return withoutBootstrapKeys(joinLayers([{ settings: [], problems: overlay.problems }, ...layers]));
}

function looksLikeVariable(key: string): boolean {
  return /^[A-Z_]+$/.test(key);
}

function readKey({ content, originOf }: YamlFile, key: string): Layer {
  const value = content[key];
  const variable = environmentVariable(key);
  if (variable !== undefined) return { settings: variable.settingsOf(value, originOf([key])), problems: [] };
  if (BLOCK_NAMES.some((block) => block === key)) {
    return { settings: flatten([key], value ?? {}, originOf), problems: [] };
  }
  return unknownKey(key, originOf([key]));
}

function unknownKey(key: string, origin: string): Layer {
  const near = nearest(key, [...BLOCK_NAMES, ...ENVIRONMENT_VARIABLES.map(({ name }) => name)]);
  const remedy =
    near === undefined ? 'use a block or a variable of docs/configuration.md' : `did you mean ${near}?`;
  const expected = 'this is neither a block nor a variable';
  return layerOfProblem({ path: [key], origin, expected, remedy });
}
