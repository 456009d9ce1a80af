export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A table that reads well as text and is Markdown. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${columns.map(({ align }, column) => pad(cells[column] ?? '', widths[column] ?? 0, align)).join(' | ')} |`;
  const rule = columns.map(({ align }, column) =>
    align === 'right' ? `${'-'.repeat((widths[column] ?? 1) - 1)}:` : '-'.repeat(widths[column] ?? 0),
  );
  return [line(titles), line(rule), ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, align: Column['align']): string {
  return align === 'right' ? text.padStart(width) : text.padEnd(width);
}
