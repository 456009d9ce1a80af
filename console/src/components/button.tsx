import type { ButtonHTMLAttributes, ComponentChildren, VNode } from 'preact';

import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'icon' | 'class'> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger' | 'danger-strong';
  readonly icon?: IconName | undefined;
  /** Something is under way: it cannot be pressed again, and keeps the focus. */
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps): VNode {
  const { variant = 'plain', icon, busy = false, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${variant}`}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={busy ? prevent : onClick}
    >
      {busy ? <span class="spinner" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

function prevent(event: Event): void {
  event.preventDefault();
}
