import type { Row } from './figures.ts';
import { byCost } from './tables.ts';
import { cost } from './targets.ts';

const WIDTH = 760;
const NAME_WIDTH = 180;
const VALUE_WIDTH = 70;
const TOP = 44;
const ROW_HEIGHT = 30;
const BAR_HEIGHT = 18;
const MICROSECONDS = 1_000_000;

/** Follows the reader's light or dark page, also when it is shown as an image. */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .peer { fill: #8c959f; }
    .ours { fill: #0969da; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .peer { fill: #6e7681; }
      .ours { fill: #4493f8; }
    }`;

/** Bars of what one second of CPU time serves; longer is better. */
export function renderChart(rows: readonly Row[]): string {
  const bars = byCost(rows).flatMap((row) => {
    const microseconds = cost(row);
    return microseconds === undefined ? [] : [{ name: row.name, value: MICROSECONDS / microseconds }];
  });
  const longest = Math.max(...bars.map(({ value }) => value));
  const height = TOP + bars.length * ROW_HEIGHT + 8;
  const title = 'Requests that one second of CPU time serves (1 KB JSON, 50 connections)';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
  <title>${title}</title>
  <style>${STYLE}
  </style>
  <text class="title" x="8" y="24">${title}</text>
${bars.map((bar, index) => renderBar(bar.name, bar.value, longest, index)).join('\n')}
</svg>
`;
}

function renderBar(name: string, value: number, longest: number, index: number): string {
  const y = TOP + index * ROW_HEIGHT;
  const middle = y + BAR_HEIGHT / 2 + 5;
  const length = Math.max(1, ((WIDTH - NAME_WIDTH - VALUE_WIDTH) * value) / longest);
  const kind = name.startsWith('IRIS') ? 'ours' : 'peer';
  return [
    `  <text x="${NAME_WIDTH - 10}" y="${middle}" text-anchor="end">${name}</text>`,
    `  <rect class="${kind}" x="${NAME_WIDTH}" y="${y}" width="${length.toFixed(1)}" height="${BAR_HEIGHT}" rx="2"/>`,
    `  <text x="${(NAME_WIDTH + length + 8).toFixed(1)}" y="${middle}">${Math.round(value).toLocaleString('en')}</text>`,
  ].join('\n');
}
