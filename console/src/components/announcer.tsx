import { signal } from '@preact/signals';
import type { VNode } from 'preact';

const message = signal('');

/** Has a screen reader say it when it has finished what it is saying. */
export function announce(text: string): void {
  // The same text twice would be no change, and not be said.
  message.value = message.value === text ? `${text}\u00a0` : text;
}

export function Announcer(): VNode {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
