import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { loadConfig } from '../../config/index.js';

/** Runs the gateway; with RELOAD it is compiled and started again whenever a source or configuration file changes. */
const { config_dir: configDir, reload } = loadConfig().runtime;
const children = reload
  ? [
      run('tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'),
      run(
        'node',
        '--watch-path=dist',
        `--watch-path=${configDir}`,
        '--watch-preserve-output',
        'dist/main.js',
      ),
    ]
  : [run('node', 'dist/main.js')];

function run(command: string, ...parameters: string[]): ChildProcess {
  return spawn(command, parameters, { stdio: 'inherit' });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
await Promise.all(children.map((child) => once(child, 'exit')));
