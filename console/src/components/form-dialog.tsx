import type { ComponentChildren, VNode } from 'preact';

import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useAction } from './use-action.ts';

interface FormDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function FormDialog({ title, action, onSubmit, onClose, children }: FormDialogProps): VNode {
  const { isBusy, error, run } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) run(onSubmit);
        }}
      >
        <div class="stack">
          {children}
          {error !== undefined && <ProblemNote error={error} />}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
