import type { ConfigProblem } from '../config-error.js';
import { isPlainObject, type Path } from '../sources/setting.js';
import type { SettingTree } from '../sources/setting-tree.js';

/** Keys that point at other keys, or exclude each other. */
export function checkConsistency(tree: SettingTree): ConfigProblem[] {
  const checks = [checkPorts, checkWorkers, checkAdmin, checkHandlers, checkHandlerNames];
  return checks.flatMap((check) => check(tree));
}

function checkPorts(tree: SettingTree): ConfigProblem[] {
  const path = ['monitoring', 'prometheus', 'port'];
  const port = tree.valueAt(path);
  if (port === 0 || port !== tree.valueAt(['server', 'port'])) return [];
  return [
    problem(tree, path, 'is the port of the public API too', 'choose another one, or 0 for a free one'),
  ];
}

/** What is embedded belongs to one process: limits, results and events would not be shared. */
function checkWorkers(tree: SettingTree): ConfigProblem[] {
  const path = ['server', 'workers'];
  const stores = [tree.valueAt(['cache', 'redis', 'url']), tree.valueAt(['database', 'url'])];
  if (tree.valueAt(path) === 1 || !stores.includes('')) return [];
  const expected = 'API_GATEWAY_WORKERS needs REDIS_URL and DATABASE_URL';
  return [problem(tree, path, expected, 'set both, or leave it at 1')];
}

function checkAdmin(tree: SettingTree): ConfigProblem[] {
  const email = tree.valueAt(['auth', 'admin_email']);
  const password = tree.valueAt(['auth', 'admin_password']);
  if ((email === '') === (password === '')) return [];
  const missing = email === '' ? 'email' : 'password';
  const remedy = 'set both ADMIN_EMAIL and ADMIN_PASSWORD, or neither';
  return [problem(tree, ['auth', `admin_${missing}`], 'is missing; the other half is set', remedy)];
}

function checkHandlers(tree: SettingTree): ConfigProblem[] {
  const formatters = namesAt(tree, ['logging', 'formatters']);
  return entriesAt(tree, ['logging', 'handlers']).flatMap(([path, handler]) => {
    const file = handler.class !== 'stream' && handler.class !== 'logging.StreamHandler';
    const nameless = file && handler.filename === undefined;
    return [
      ...unknownNames(tree, [...path, 'formatter'], [handler.formatter], formatters),
      ...(nameless
        ? [problem(tree, [...path, 'filename'], 'is missing', 'name the file, or use class: stream')]
        : []),
    ];
  });
}

function checkHandlerNames(tree: SettingTree): ConfigProblem[] {
  const known = namesAt(tree, ['logging', 'handlers']);
  const owners = [...entriesAt(tree, ['logging', 'loggers']).map(([path]) => path), ['logging', 'root']];
  return owners.flatMap((owner) => {
    const path = [...owner, 'handlers'];
    const names = tree.valueAt(path);
    return unknownNames(tree, path, Array.isArray(names) ? names : [], known);
  });
}

function unknownNames(
  tree: SettingTree,
  path: Path,
  names: readonly unknown[],
  known: readonly string[],
): ConfigProblem[] {
  const unknown = names.filter((name) => typeof name === 'string' && !known.includes(name));
  if (unknown.length === 0) return [];
  return [problem(tree, path, `expected one of ${known.join(', ')}`, 'correct the name, or define it')];
}

function namesAt(tree: SettingTree, path: Path): string[] {
  const value = tree.valueAt(path);
  return isPlainObject(value) ? Object.keys(value) : [];
}

function entriesAt(tree: SettingTree, path: Path): [Path, Record<string, unknown>][] {
  const value = tree.valueAt(path);
  const entries = isPlainObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([name, inner]) => (isPlainObject(inner) ? [[[...path, name], inner]] : []));
}

function problem(tree: SettingTree, path: Path, expected: string, remedy: string): ConfigProblem {
  return { path, origin: tree.originOf(path), expected, remedy };
}
