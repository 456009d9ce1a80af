import { spawn } from 'node:child_process';

import { loadConfig } from '../../config/index.js';

/** Builds and runs from source; RELOAD decides whether a change restarts the gateway. */
const { runtime } = loadConfig();
const nest = spawn('nest', ['start', ...(runtime.reload ? ['--watch', '--preserveWatchOutput'] : [])], {
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => nest.kill(signal));
nest.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
