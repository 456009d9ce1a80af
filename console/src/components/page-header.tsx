import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let isFirst = true;

interface PageHeaderProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children?: ComponentChildren;
}

/** Says what page it is: in the window's title, and to a screen reader by taking the focus when the page changes. */
export function PageHeader({ title, lead, children }: PageHeaderProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · IRIS`;
  }, [title]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  return (
    <div class="page-header">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="muted">{lead}</p>}
      </div>
      {children && <div class="row row-end">{children}</div>}
    </div>
  );
}
