import type { VNode } from 'preact';

import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { useAction } from '../components/use-action.ts';
import { t } from '../i18n/index.ts';
import { logIn } from './session.ts';

/** @param email of whom it was before, when their session has ended */
export function LoginForm({ email = '' }: { email?: string | undefined }): VNode {
  const { isBusy, error, run } = useAction();
  const submit = (event: Event & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (!isBusy) run(() => logIn(textIn(data, 'email').trim(), textIn(data, 'password')));
  };
  return (
    <form class="login-form" onSubmit={submit}>
      {error !== undefined && <ProblemNote error={error} />}
      <TextField
        label={t('login.email')}
        name="email"
        type="email"
        autocomplete="username"
        defaultValue={email}
        required
        autofocus={email === ''}
      />
      <TextField
        label={t('login.password')}
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus={email !== ''}
      />
      <Button type="submit" variant="primary" busy={isBusy}>
        {t('login.submit')}
      </Button>
    </form>
  );
}

function textIn(data: FormData, name: string): string {
  return data.get(name) as string;
}
