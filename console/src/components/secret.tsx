import type { VNode } from 'preact';

import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

interface SecretDialogProps {
  readonly title: string;
  readonly text: string;
  /** What it is called. */
  readonly label: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Something that is shown this once. */
export function SecretDialog({ title, text, label, secret, onClose }: SecretDialogProps): VNode {
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="stack">
        <p>{text}</p>
        <output class="secret mono" aria-label={label}>
          {secret}
        </output>
      </div>
      <DialogActions>
        <CopyButton text={secret} label={t('action.copy')} />
        <Button variant="primary" onClick={onClose}>
          {t('action.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
