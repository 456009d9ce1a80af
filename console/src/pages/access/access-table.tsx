import type { ComponentChildren, VNode } from 'preact';

import { ScrollArea } from '../../components/scroll-area.tsx';
import { t } from '../../i18n/index.ts';

interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

interface AccessTableProps {
  readonly label: string;
  /** Of the heading of its panel. */
  readonly labelledBy: string;
  readonly columns: readonly Column[];
  /** Whether the last column is for buttons. */
  readonly hasActions?: boolean;
  /** The rows. */
  readonly children: ComponentChildren;
}

export function AccessTable({ label, labelledBy, columns, hasActions, children }: AccessTableProps): VNode {
  return (
    <ScrollArea label={label}>
      <table class="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" class={isNumber ? 'cell-number' : undefined}>
                {title}
              </th>
            ))}
            {hasActions && (
              <th scope="col">
                <span class="visually-hidden">{t('access.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  );
}
