import type { VNode } from 'preact';

import { ScrollArea } from '../../components/scroll-area.tsx';
import { formatClock, orDash, t } from '../../i18n/index.ts';
import type { Measures } from './measures.ts';

interface MeasuresTableProps extends Measures {
  readonly title: string;
}

/** The newest first, because that is what one looks for. */
export function MeasuresTable({ title, times, lines, format }: MeasuresTableProps): VNode {
  const indices = times.map((_, index) => times.length - 1 - index);
  return (
    <ScrollArea label={title}>
      <table class="table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('traffic.minute')}</th>
            {lines.map(({ label }) => (
              <th key={label} scope="col" class="cell-number">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indices.map((index) => (
            <tr key={times[index]}>
              <th scope="row" class="numeric">
                {formatClock(times[index] ?? '')}
              </th>
              {lines.map(({ label, values }) => (
                <td key={label} class="cell-number">
                  {orDash(values[index], format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
