import type { ComponentChildren, VNode } from 'preact';

interface AccessPanelProps {
  /** Of the heading, which tables are labelled by as well. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function AccessPanel({ id, title, lead, action, children }: AccessPanelProps): VNode {
  return (
    <section class="panel" aria-labelledby={id}>
      <div class="panel-header">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p class="muted">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
