import { IrisClient, parseBaseUrl, type RetryOptions } from '../../typescript/src/index.ts';
import { CliError, EXIT, NotLoggedInError, UsageError } from '../errors.ts';
import type { CredentialsFile } from './credentials-file.ts';
import { Session } from './session.ts';

const DEFAULT_URL = 'http://localhost:8000';
const HEADERS = { 'user-agent': 'iris-cli' };
/** No header can carry anything else. */
const KEY = /^[\x21-\x7e]+$/;

export interface ConnectOptions {
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  /** The same request is made once more after so many milliseconds. */
  readonly onRetry: NonNullable<RetryOptions['onRetry']>;
}

/**
 * With the API key of the environment, else with the login of the user.
 * @throws UsageError, NotLoggedInError
 */
export async function connect(
  env: NodeJS.ProcessEnv,
  file: CredentialsFile,
  { signal, onRetry }: ConnectOptions,
): Promise<IrisClient> {
  const options = { signal, retry: { retries: Infinity, onRetry }, headers: HEADERS };
  const { IRIS_API_KEY: apiKey = '', IRIS_URL: url } = env;
  if (apiKey !== '') {
    if (!KEY.test(apiKey)) throw new UsageError('IRIS_API_KEY is not an API key.');
    return new IrisClient({ ...options, baseUrl: parseUrl(url), auth: { apiKey } });
  }
  const credentials = await file.read();
  if (!credentials) throw new NotLoggedInError('You are not logged in.');
  requireSameGateway(credentials.url, url);
  return new IrisClient({ ...options, baseUrl: credentials.url, auth: new Session(file, credentials) });
}

/** For the routes that everybody may call. */
export function connectAnonymously(baseUrl: string, signal?: AbortSignal): IrisClient {
  return new IrisClient({ baseUrl, signal, headers: HEADERS });
}

/** Tokens go to the gateway that gave them only. */
function requireSameGateway(loggedInAt: string, url: string | undefined): void {
  if (url === undefined || url === '' || parseUrl(url) === loggedInAt) return;
  const message = `You are logged in at ${loggedInAt}, and not at the gateway that IRIS_URL names.`;
  throw new CliError('NOT_LOGGED_IN', message, EXIT.forbidden);
}

/**
 * @returns without a slash at the end
 * @throws UsageError
 */
export function parseUrl(text = ''): string {
  try {
    return parseBaseUrl(text === '' ? DEFAULT_URL : text);
  } catch {
    throw new UsageError('The address of the gateway is not one such as https://iris.example.com.');
  }
}
