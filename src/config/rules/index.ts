import type { ConfigProblem } from '../config-error.js';
import type { SettingTree } from '../sources/setting-tree.js';
import { checkConsistency } from './consistency.js';
import { checkJwtSecret } from './jwt-secret.js';
import { checkProduction } from './production.js';

/** Rules that concern more than one key. They read raw values, so that they speak up beside the schema. */
export function checkRules(tree: SettingTree): ConfigProblem[] {
  return [...checkJwtSecret(tree), ...checkProduction(tree), ...checkConsistency(tree)];
}
