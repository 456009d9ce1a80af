import type { ComponentChildren, VNode } from 'preact';

import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

const ICONS: Readonly<Partial<Record<Tone, IconName>>> = { good: 'check', warn: 'alert', bad: 'alert' };

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A state in a word; the colour only repeats it. */
export function Badge({ tone = 'neutral', icon = ICONS[tone], children }: BadgeProps): VNode {
  return (
    <span class={`badge badge-${tone}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
