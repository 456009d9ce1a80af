/**
 * The house rules for imports in src/: they go down only,
 * main → bootstrap → app.module → admin, console → jobs → pipeline, webhooks, idempotency → proxy, cache → auth, rate-limit →
 * sessions, api-keys → queue → users, audit, redis → database → edge, metrics, logging, health, error-pages, tracing → config → common,
 * and a folder is entered by its index.ts.
 */
const LAYERS = [
  ['main', '^src/main\\.ts$'],
  ['bootstrap', '^src/bootstrap/'],
  ['app.module', '^src/app\\.module\\.ts$'],
  ['admin, console', '^src/(admin|console)/'],
  ['jobs', '^src/jobs/'],
  ['pipeline, webhooks, idempotency', '^src/(pipeline|webhooks|idempotency)/'],
  ['proxy, cache', '^src/(proxy|cache)/'],
  ['auth, rate-limit', '^src/(auth|rate-limit)/'],
  ['sessions, api-keys', '^src/(sessions|api-keys)/'],
  ['queue', '^src/queue/'],
  ['users, audit, redis', '^src/(users|audit|redis)/'],
  ['database', '^src/database/'],
  [
    'edge, metrics, logging, health, error-pages, tracing',
    '^src/(edge|metrics|logging|health|error-pages|tracing)/',
  ],
  ['config', '^src/config/'],
  ['common', '^src/common/'],
];

// Commands (cli/) are entry points like main: they may start the application.
const COMMANDS = '/cli/';

const downOnly = LAYERS.slice(1).map(([name, path], index) => ({
  name: `nothing below ${LAYERS[index][0]} imports it (from ${name})`,
  severity: 'error',
  from: { path, pathNot: COMMANDS },
  to: {
    path: LAYERS.slice(0, index + 1)
      .map(([, upper]) => upper)
      .join('|'),
  },
}));

module.exports = {
  forbidden: [
    ...downOnly,
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'a feature is entered by its index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: COMMANDS },
      to: { path: '^src/([^/]+)/(?!index\\.ts$)', pathNot: ['^src/$1/', '^src/common/[^/]+/index\\.ts$'] },
    },
    {
      name: 'production code uses no development dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'the gateway knows nothing of its examples and tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(examples|test|bench|clients|console)/' },
    },
    {
      name: 'the console knows of the gateway what every client knows',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^(src|examples|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
