import type { Credential } from './credential.ts';

/** Where access tokens come from. */
export interface TokenSource {
  /** Before each request. One that is about to expire had better be renewed here. */
  token(): Promise<string> | string;
  /**
   * The gateway has refused this token: `token()` is to give another one afterwards. It is called once for all requests
   * that were refused together, and may take its time. Without it, or when it gives `false`, the refusal stands.
   */
  refresh?(refused: string): unknown;
}

/** Access tokens as a credential; all requests that meet an old one wait for the same renewal. */
export function bearerCredential(source: TokenSource): Credential {
  let renewal: Promise<boolean> | undefined;
  const current = async (): Promise<string> => `Bearer ${await source.token()}`;
  const renew = async (refused: string): Promise<boolean> => {
    if ((await current()) !== refused) return true;
    if (source.refresh === undefined) return false;
    return (await source.refresh(refused.slice('Bearer '.length))) !== false;
  };
  return {
    headers: async () => ({ authorization: await current() }),
    renew: ({ authorization = '' }) => {
      renewal ??= renew(authorization).finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
}
