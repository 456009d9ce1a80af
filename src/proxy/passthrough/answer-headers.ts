import type { IncomingHttpHeaders } from 'node:http';

import type { Response } from 'express';

import { isKeptFromClient, namedByConnection } from './header-names.js';

/**
 * Takes the microservice's headers over. Those that the gateway has set already stay as they are: it answers for
 * security, identity and limits.
 * @param mount goes before a path that a `Location` names, such as `/services/ocr_extractor`
 * @param origins of the microservice's instances, which mean nothing to a client
 */
export function copyAnswerHeaders(
  headers: IncomingHttpHeaders,
  response: Response,
  mount: string,
  origins: readonly string[],
): void {
  const named = namedByConnection(headers.connection);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || isKeptFromClient(name) || named.has(name)) continue;
    // `response.vary` would throw on what is not a list of names.
    if (name === 'vary') response.append(name, value);
    else if (name === 'location' && typeof value === 'string')
      response.setHeader(name, clientLocation(value, mount, origins));
    else if (!response.hasHeader(name)) response.setHeader(name, value);
  }
}

/** A redirect within the microservice stays within its route. */
function clientLocation(location: string, mount: string, origins: readonly string[]): string {
  const origin = origins.find((known) => location === known || location.startsWith(`${known}/`));
  const path = origin === undefined ? location : location.slice(origin.length) || '/';
  return path.startsWith('/') && !path.startsWith('//') ? mount + path : location;
}
