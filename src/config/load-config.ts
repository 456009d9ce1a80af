import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { deepFreeze, type AppConfig } from './app-config.js';
import { DEFAULTS } from './catalogue/key-list.js';
import { ConfigError } from './config-error.js';
import { placeLogFiles } from './log-files.js';
import { problemsOfSchema } from './problems-of-schema.js';
import { checkRules } from './rules/index.js';
import { appConfigSchema } from './schema/index.js';
import { readConfigDirectory, type ConfigDirectory } from './sources/config-directory.js';
import { readNamedVariables, type Environment, type VariableSource } from './sources/environment.js';
import { EMPTY_LAYER, joinLayers, type Layer } from './sources/layer.js';
import { readOverrides } from './sources/override.js';
import { dropRemovedEntries } from './sources/removed-entries.js';
import { flatten } from './sources/setting.js';
import { SettingTree } from './sources/setting-tree.js';

export interface LoadOptions {
  /** Default: the process's own environment. */
  readonly env?: Environment;
  /** Folder of the files; wins over `CONFIG_DIR`. */
  readonly configDir?: string;
  /** Folder of `.env`, and where relative names start. Default: the working directory. */
  readonly cwd?: string;
}

export interface ResolvedConfig {
  readonly config: AppConfig;
  readonly tree: SettingTree;
}

/**
 * Reads, checks and freezes the whole configuration.
 * @throws ConfigError with every problem there is
 */
export function loadConfig(options: LoadOptions = {}): AppConfig {
  return resolveConfig(options).config;
}

/** The configuration together with the tree that knows where each key came from. */
export function resolveConfig(options: LoadOptions = {}): ResolvedConfig {
  const { settings, problems } = readLayers(options);
  const tree = new SettingTree(settings);
  dropRemovedEntries(appConfigSchema, tree.root);
  const parsed = appConfigSchema.safeParse(tree.root);
  const all = [...problems, ...problemsOfSchema(parsed.error?.issues ?? [], tree), ...checkRules(tree)];
  if (!parsed.success || all.length > 0) throw new ConfigError(all);
  return { config: deepFreeze<z.output<typeof appConfigSchema>>(placeLogFiles(parsed.data)), tree };
}

/** The sources in the order of their precedence, weakest first. */
function readLayers({ env = process.env, configDir, cwd = process.cwd() }: LoadOptions): Layer {
  const dotEnv: VariableSource = { label: '.env', variables: readDotEnv(cwd), cwd };
  const environment: VariableSource = { label: 'environment', variables: env, cwd };
  const nodeEnv = env.NODE_ENV || dotEnv.variables.NODE_ENV || DEFAULTS.runtime.environment;
  const directory = findDirectory(configDir ?? (env.CONFIG_DIR || dotEnv.variables.CONFIG_DIR), cwd);
  return joinLayers([
    { settings: flatten([], DEFAULTS, () => 'default'), problems: [] },
    readConfigDirectory(directory, nodeEnv),
    readNamedVariables(dotEnv),
    readNamedVariables(environment),
    readOverrides(dotEnv),
    readOverrides(environment),
    optionLayer(configDir),
  ]);
}

/** A folder given in code is what the configuration was really read from. */
function optionLayer(configDir: string | undefined): Layer {
  if (configDir === undefined) return EMPTY_LAYER;
  const path = ['runtime', 'config_dir'];
  return { settings: [{ path, value: configDir, origin: 'option configDir' }], problems: [] };
}

function findDirectory(named: string | undefined, cwd: string): ConfigDirectory {
  const shown = named === undefined || named === '' ? DEFAULTS.runtime.config_dir : named;
  return { path: resolve(cwd, shown), shown, required: shown === named };
}

function readDotEnv(cwd: string): Environment {
  const file = resolve(cwd, '.env');
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}
