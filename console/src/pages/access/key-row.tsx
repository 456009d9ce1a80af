import type { VNode } from 'preact';

import type { ApiKey } from '../../api/types.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { formatDateTime, formatRelative, t } from '../../i18n/index.ts';
import type { KeyRequest } from './key-dialog.tsx';

interface KeyRowProps {
  readonly apiKey: ApiKey;
  readonly onRequest: (request: KeyRequest) => void;
}

export function KeyRow({ apiKey, onRequest }: KeyRowProps): VNode {
  const { name, prefix, last_four: lastFour, scopes, rate_limit: limit, last_used_at: usedAt } = apiKey;
  const state = stateOf(apiKey);
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="cell-note mono">
          {prefix}…{lastFour}
        </span>
      </th>
      <td>
        <Badge tone={state === 'active' ? 'good' : 'neutral'}>{t(`keys.state.${state}`)}</Badge>
        {state === 'active' && apiKey.expires_at !== null && (
          <span class="cell-note">{t('keys.until', { time: formatDateTime(apiKey.expires_at) })}</span>
        )}
      </td>
      <td class="mono scopes">{scopes.join(' ')}</td>
      <td>{limit ?? '–'}</td>
      <td>{usedAt === null ? t('keys.never') : formatRelative(usedAt)}</td>
      <td class="cell-actions">
        {state === 'active' && (
          <>
            {apiKey.replaced_by === null && (
              <Button variant="quiet" onClick={() => onRequest({ type: 'rotate', key: apiKey })}>
                {t('keys.rotate')}
                <span class="visually-hidden"> {name}</span>
              </Button>
            )}
            <Button variant="danger" onClick={() => onRequest({ type: 'revoke', key: apiKey })}>
              {t('keys.revoke')}
              <span class="visually-hidden"> {name}</span>
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function stateOf({ revoked_at: revokedAt, expires_at: expiresAt }: ApiKey): 'active' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}
