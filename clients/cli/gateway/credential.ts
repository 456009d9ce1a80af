/** How a request says on whose behalf it comes. */
export interface Credential {
  /** @throws NotLoggedInError */
  headers(): Promise<Readonly<Record<string, string>>>;
  /**
   * These headers were answered 401.
   * @returns whether there are other ones now
   * @throws NotLoggedInError
   */
  renew(refused: Readonly<Record<string, string>>): Promise<boolean>;
}

export class ApiKey implements Credential {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  headers(): Promise<Readonly<Record<string, string>>> {
    return Promise.resolve({ 'x-api-key': this.#key });
  }

  renew(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** For the routes that everybody may call. */
export const ANONYMOUS: Credential = {
  headers: () => Promise.resolve({}),
  renew: () => Promise.resolve(false),
};
