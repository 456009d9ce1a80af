import { CliError, EXIT, NotLoggedInError, UsageError } from '../errors.ts';
import { ApiKey } from '../gateway/credential.ts';
import { type ClientOptions, GatewayClient } from '../gateway/gateway-client.ts';
import type { CredentialsFile } from './credentials-file.ts';
import { Session } from './session.ts';

const DEFAULT_URL = 'http://localhost:8000';
/** No header can carry anything else. */
const KEY = /^[\x21-\x7e]+$/;

/**
 * With the API key of the environment, else with the login of the user.
 * @throws UsageError, NotLoggedInError
 */
export async function connect(
  env: NodeJS.ProcessEnv,
  file: CredentialsFile,
  options: ClientOptions,
): Promise<GatewayClient> {
  const { IRIS_API_KEY: key = '', IRIS_URL: url } = env;
  if (key !== '') {
    if (!KEY.test(key)) throw new UsageError('IRIS_API_KEY is not an API key.');
    return new GatewayClient(parseUrl(url), new ApiKey(key), options);
  }
  const credentials = await file.read();
  if (!credentials) throw new NotLoggedInError('You are not logged in.');
  requireSameGateway(credentials.url, url);
  return new GatewayClient(credentials.url, new Session(file, credentials), options);
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
  const url = URL.parse(text === '' ? DEFAULT_URL : text);
  const isPlain =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username + url.password === '';
  if (!isPlain)
    throw new UsageError('The address of the gateway is not one such as https://iris.example.com.');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
