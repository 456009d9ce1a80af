/** Measures the gateway beside its peers: `npm run bench -- [--quick] [--soak <minutes>] [--only <scenario>,…]` */
import { loadavg } from 'node:os';
import { relative } from 'node:path';

import { installPeers } from './install.ts';
import { reserveCores } from './machine/cores.ts';
import { readOptions } from './options.ts';
import { describeRun } from './report/machine.ts';
import { comparisonTable, furtherFigures, targetTable } from './report/tables.ts';
import { writeReport } from './report/write-report.ts';
import { run } from './run.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = readOptions();
console.log('\nIRIS API gateway: measured beside its peers\n');
installPeers();
const cores = reserveCores();
const [loadBefore = 0] = loadavg();
const { figures, isReal, broken } = await run(options, cores);
const circumstances = describeRun({ options, cores, isReal, loadBefore });

const parts = [circumstances.join('\n'), targetTable(figures), furtherFigures(figures).join('\n')];
if (figures.rows) parts.splice(1, 0, comparisonTable(figures));
console.log(`\n${parts.filter((part) => part !== '').join('\n\n')}\n`);
if (options.only.length === 0) {
  const report = writeReport(options.quick ? 'quick' : 'report', figures, circumstances);
  console.log(`Report: ${relative(process.cwd(), report)}\n`);
}
if (broken.length > 0) {
  console.error(`Broke, and must be looked at: ${broken.join(', ')}\n`);
  process.exitCode = 1;
}
