import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * Over the page as long as it is rendered. The browser keeps the focus inside, takes Escape for a close, and gives the
 * focus back to where it was.
 */
export function Dialog({ title, onClose, children }: DialogProps): VNode {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <Button variant="quiet" icon="close" aria-label={t('action.close')} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}

/** The buttons of a dialog. */
export function DialogActions({ children }: { children: ComponentChildren }): VNode {
  return <div class="dialog-actions">{children}</div>;
}
