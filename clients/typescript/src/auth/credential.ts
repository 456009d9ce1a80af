/** How a request says on whose behalf it comes. */
export interface Credential {
  /** @throws whatever keeps it from being had, such as a login that fails */
  headers(): Promise<Readonly<Record<string, string>>>;
  /**
   * These headers were answered 401.
   * @returns whether there are other ones now
   */
  renew(refused: Readonly<Record<string, string>>): Promise<boolean>;
}

export const ANONYMOUS: Credential = {
  headers: () => Promise.resolve({}),
  renew: () => Promise.resolve(false),
};

export function apiKeyCredential(key: string): Credential {
  return { headers: () => Promise.resolve({ 'x-api-key': key }), renew: () => Promise.resolve(false) };
}
