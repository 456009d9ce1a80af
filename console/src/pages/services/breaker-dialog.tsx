import type { VNode } from 'preact';

import { iris } from '../../api/client.ts';
import type { ServiceName } from '../../api/types.ts';
import { announce } from '../../components/announcer.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { t } from '../../i18n/index.ts';

export interface BreakerRequest {
  readonly service: ServiceName;
  readonly action: 'isolate' | 'reset';
}

interface BreakerDialogProps extends BreakerRequest {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function BreakerDialog({ service, action, onClose, onDone }: BreakerDialogProps): VNode {
  const name = t(`service.${service}`);
  const act = async (): Promise<void> => {
    await iris.api.POST('/admin/services/{service}/breaker', {
      params: { path: { service } },
      body: { action },
    });
    announce(t(`services.${action}.done`, { name }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t(`services.${action}.title`, { name })}
      text={t(`services.${action}.text`)}
      action={t(`services.${action}`)}
      isDanger={action === 'isolate'}
      onConfirm={act}
      onClose={onClose}
    />
  );
}
