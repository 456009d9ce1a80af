import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderChart } from './chart.ts';
import type { Figures } from './figures.ts';
import { comparisonTable, furtherFigures, targetTable } from './tables.ts';

const FOLDER = join(import.meta.dirname, '../results');

/** Writes the report and its chart. @returns where the report is */
export function writeReport(name: string, figures: Figures, circumstances: readonly string[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.md`);
  writeFileSync(file, renderReport(`${name}.svg`, figures, circumstances));
  writeFileSync(join(FOLDER, `${name}.svg`), renderChart(figures.rows ?? []));
  return file;
}

function renderReport(chart: string, figures: Figures, circumstances: readonly string[]): string {
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
  return `# Measured on ${new Date().toISOString().slice(0, 10)}

${list(circumstances)}

![Requests that one second of CPU time serves](${chart})

## The same request through every gateway

${comparisonTable(figures)}

Where a core was not busy, the load was the bottleneck: read the CPU time. What the columns mean: [README](../README.md).

## What was to be reached

${targetTable(figures)}

${list(furtherFigures(figures))}
`;
}
