import type { ConfigProblem } from '../config-error.js';
import type { Path } from '../sources/setting.js';
import type { SettingTree } from '../sources/setting-tree.js';

const MINIMUM_ADMIN_PASSWORD = 12;

interface Refusal {
  readonly path: Path;
  readonly refuses: (value: unknown) => boolean;
  readonly expected: string;
  readonly remedy: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    path: ['database', 'url'],
    refuses: (value) => value === '',
    expected: 'is empty; the embedded database is not for production',
    remedy: 'set DATABASE_URL (or DATABASE_URL_FILE) to postgresql://user:password@host:5432/database',
  },
  {
    path: ['cache', 'redis', 'url'],
    refuses: (value) => value === '',
    expected: 'is empty; in production replicas share limits and results through Redis',
    remedy: 'set REDIS_URL (or REDIS_URL_FILE) to redis://host:6379/0',
  },
  {
    path: ['cors', 'allow_origins'],
    refuses: (value) => Array.isArray(value) && value.includes('*'),
    expected: 'contains *, which lets every web page in the world call the gateway',
    remedy: 'set CORS_ORIGINS to the exact origins, for example ["https://iris.example.com"]',
  },
  {
    path: ['runtime', 'debug'],
    refuses: (value) => value === true,
    expected: 'is on, which production refuses',
    remedy: 'set DEBUG to false, or unset it',
  },
  {
    path: ['runtime', 'testing'],
    refuses: (value) => value === true,
    expected: 'is on, which production refuses',
    remedy: 'set TESTING to false, or unset it',
  },
  {
    path: ['auth', 'admin_password'],
    refuses: (value) => typeof value === 'string' && value !== '' && value.length < MINIMUM_ADMIN_PASSWORD,
    expected: `is too short: at least ${MINIMUM_ADMIN_PASSWORD} characters are needed`,
    remedy: 'set ADMIN_PASSWORD (or ADMIN_PASSWORD_FILE) to a longer one',
  },
];

export function checkProduction(tree: SettingTree): ConfigProblem[] {
  if (!isProduction(tree)) return [];
  const broken = REFUSALS.filter(({ path, refuses }) => refuses(tree.valueAt(path)));
  return broken.map(({ path, expected, remedy }) => ({
    path,
    origin: tree.originOf(path),
    expected,
    remedy,
  }));
}

export function isProduction(tree: SettingTree): boolean {
  return tree.valueAt(['runtime', 'environment']) === 'production';
}
