import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { ApiKey } from '../../api/types.ts';
import { announce } from '../../components/announcer.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { SecretDialog } from '../../components/secret.tsx';
import { t } from '../../i18n/index.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

export type KeyRequest =
  | { readonly type: 'create' }
  | { readonly type: 'rotate'; readonly key: ApiKey }
  | { readonly type: 'revoke'; readonly key: ApiKey };

interface KeyDialogProps {
  readonly request: KeyRequest;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function KeyDialog({ request, onClose, onChange }: KeyDialogProps): VNode {
  const [secret, setSecret] = useState<string>();
  const show = (made: string): void => {
    setSecret(made);
    onChange();
  };
  if (secret !== undefined) return <MadeKeyDialog secret={secret} onClose={onClose} />;
  switch (request.type) {
    case 'create':
      return <NewKeyDialog onMade={show} onClose={onClose} />;
    case 'rotate':
      return <RotateDialog apiKey={request.key} onMade={show} onClose={onClose} />;
    case 'revoke':
      return <RevokeDialog apiKey={request.key} onChange={onChange} onClose={onClose} />;
  }
}

function MadeKeyDialog({ secret, onClose }: { secret: string; onClose: () => void }): VNode {
  return (
    <SecretDialog
      title={t('keys.made')}
      text={t('keys.made.text')}
      label={t('keys.made.label')}
      secret={secret}
      onClose={onClose}
    />
  );
}

interface OneKeyProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

function RotateDialog({
  apiKey,
  onMade,
  onClose,
}: OneKeyProps & { onMade: (secret: string) => void }): VNode {
  const rotate = async (): Promise<void> => {
    const path = { id: apiKey.id };
    const { key } = await dataOf(iris.api.POST('/auth/api-keys/{id}/rotate', { params: { path }, body: {} }));
    onMade(key);
  };
  return (
    <ConfirmDialog
      title={t('keys.rotate.title', { name: apiKey.name })}
      text={t('keys.rotate.text')}
      action={t('keys.rotate')}
      isDanger={false}
      onConfirm={rotate}
      onClose={onClose}
    />
  );
}

function RevokeDialog({ apiKey, onChange, onClose }: OneKeyProps & { onChange: () => void }): VNode {
  const revoke = async (): Promise<void> => {
    await iris.api.DELETE('/auth/api-keys/{id}', { params: { path: { id: apiKey.id } } });
    announce(t('keys.revoked', { name: apiKey.name }));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('keys.revoke.title', { name: apiKey.name })}
      text={t('keys.revoke.text')}
      action={t('keys.revoke')}
      onConfirm={revoke}
      onClose={onClose}
    />
  );
}
