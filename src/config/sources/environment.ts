import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENVIRONMENT_VARIABLES, type EnvironmentVariable } from '../catalogue/environment-variables.js';
import { EMPTY_LAYER, joinLayers, layerOfProblem, type Layer } from './layer.js';
import { parseRawValue } from './raw-value.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A set of variables and how to call it: the process's environment or the `.env` file. */
export interface VariableSource {
  readonly label: 'environment' | '.env';
  readonly variables: Environment;
  /** Folder that relative names of secret files start from. */
  readonly cwd: string;
}

/** Reads every variable by its own name, and each secret also from the file that `<NAME>_FILE` names. */
export function readNamedVariables(source: VariableSource): Layer {
  return joinLayers(ENVIRONMENT_VARIABLES.map((variable) => readVariable(variable, source)));
}

function readVariable(variable: EnvironmentVariable, source: VariableSource): Layer {
  const text = source.variables[variable.name];
  const file = variable.meta.secret === true ? source.variables[`${variable.name}_FILE`] : undefined;
  if (file !== undefined && file !== '') return readSecretFile(variable, text, file, source);
  if (text === undefined || (text === '' && variable.meta.emptyIsValue !== true)) return EMPTY_LAYER;
  return textLayer(variable, text, `${source.label} ${variable.name}`);
}

function readSecretFile(
  variable: EnvironmentVariable,
  text: string | undefined,
  file: string,
  { label, cwd }: VariableSource,
): Layer {
  const origin = `${label} ${variable.name}_FILE`;
  const problem = { path: variable.path, origin };
  if (text !== undefined && text !== '') {
    const expected = `either ${variable.name} or ${variable.name}_FILE, but both are set`;
    return layerOfProblem({ ...problem, expected, remedy: 'unset one of them' });
  }
  const content = readSecret(resolve(cwd, file));
  if (content !== undefined) return textLayer(variable, content, origin);
  // Not the name itself: it may be the secret, put there by mistake.
  const remedy = 'check that the file exists and that this user may read it';
  return layerOfProblem({ ...problem, expected: 'expected the name of a readable file', remedy });
}

function textLayer(variable: EnvironmentVariable, text: string, origin: string): Layer {
  return { settings: variable.settingsOf(parseRawValue(text, variable.schema), origin), problems: [] };
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
