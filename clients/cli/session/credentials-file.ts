import { access, chmod, constants, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { CliError, EXIT, hasCode, NotLoggedInError } from '../errors.ts';
import { withLock } from '../files/file-lock.ts';
import { replaceFile } from '../files/replace-file.ts';

/** What a login leaves behind. */
export interface Credentials {
  readonly url: string;
  readonly access_token: string;
  readonly refresh_token: string;
  /** Of the access token, RFC 3339. */
  readonly expires_at: string;
}

const MEMBERS = ['url', 'access_token', 'refresh_token', 'expires_at'] as const;

/** The file with the tokens of the user, whom alone it may be read by. */
export class CredentialsFile {
  readonly #folder: string;
  readonly #path: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'credentials.json');
  }

  /**
   * @returns undefined when nobody is logged in
   * @throws NotLoggedInError when it is not what was written
   */
  async read(): Promise<Credentials | undefined> {
    try {
      return parse(await readFile(this.#path, 'utf8'));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw new NotLoggedInError(`${this.#path} cannot be used: log in again.`, { cause: error });
    }
  }

  /** Inside `locked`. */
  async write(credentials: Credentials): Promise<void> {
    await replaceFile(this.#path, `${JSON.stringify(credentials, undefined, 2)}\n`, 0o600);
  }

  /** Inside `locked`. */
  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  /** No other process of this program changes the file meanwhile. */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    await this.#prepareFolder();
    return withLock(`${this.#path}.lock`, work);
  }

  async #prepareFolder(): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await chmod(this.#folder, 0o700);
      await access(this.#folder, constants.W_OK);
    } catch (cause) {
      const message = `The folder ${this.#folder} cannot be written to.`;
      throw new CliError('CONFIG_FOLDER', message, EXIT.failed, { cause });
    }
  }
}

function parse(text: string): Credentials {
  const value = JSON.parse(text) as Partial<Credentials>;
  if (MEMBERS.some((member) => typeof value[member] !== 'string')) throw new TypeError('a member is missing');
  return value as Credentials;
}
