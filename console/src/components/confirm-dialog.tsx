import type { VNode } from 'preact';

import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useAction } from './use-action.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  /** What the button says. */
  readonly action: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Before something that is not easily undone. */
export function ConfirmDialog(props: ConfirmDialogProps): VNode {
  const { title, text, action, isDanger = true, onConfirm, onClose } = props;
  const { isBusy, error, run } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="stack">
        <p>{text}</p>
        {error !== undefined && <ProblemNote error={error} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button variant={isDanger ? 'danger-strong' : 'primary'} busy={isBusy} onClick={() => run(onConfirm)}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
