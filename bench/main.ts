/** Measures the gateway beside its peers: `npm run bench -- [--quick] [--soak <minutes>] [--only <scenario>,…]` */
import { loadavg } from 'node:os';
import { relative } from 'node:path';

import { installPeers } from './install.ts';
import { reserveCores } from './machine/cores.ts';
import { type Options, readOptions } from './options.ts';
import type { Figures } from './report/figures.ts';
import { describeRun } from './report/machine.ts';
import { comparisonTable, furtherFigures, targetTable } from './report/tables.ts';
import { writeReport } from './report/write-report.ts';
import { run } from './run.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  await measure(readOptions());
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function measure(options: Options): Promise<void> {
  console.log('\nIRIS API gateway: measured beside its peers\n');
  installPeers();
  const cores = reserveCores();
  const [loadBefore = 0] = loadavg();
  const { figures, isReal, broken } = await run(options, cores);
  const circumstances = describeRun({ options, cores, isReal, loadBefore });
  print(figures, circumstances);
  if (options.only.length === 0) {
    const report = writeReport(options.quick ? 'quick' : 'report', figures, circumstances);
    console.log(`Report: ${relative(process.cwd(), report)}\n`);
  }
  if (broken.length > 0) throw new Error(`Broke, and must be looked at: ${broken.join(', ')}`);
}

function print(figures: Figures, circumstances: readonly string[]): void {
  const parts = [
    circumstances.join('\n'),
    figures.rows ? comparisonTable(figures) : '',
    targetTable(figures),
    furtherFigures(figures).join('\n'),
  ];
  console.log(`\n${parts.filter((part) => part !== '').join('\n\n')}\n`);
}
